// Twenty drawn pictures of each class in; most of them named rightly by the default model out.
import { createClassifier } from '@stylelens/node'
import { expect, it } from 'vitest'
import { drawSample } from '../samples/draw-sample'
import { GARMENT_TABLE } from '../samples/garment-table'
import seeds from '../samples/seeds.json'

const tested: Readonly<Record<string, readonly number[]>> = seeds.tested

async function countRight(labels: readonly string[]): Promise<Map<string, number>> {
  const classifier = await createClassifier()
  try {
    expect(classifier.labels).toEqual(labels)
    const right = new Map<string, number>()
    for (const label of labels) {
      const pictures = []
      for (const seed of tested[label]) pictures.push((await drawSample(label, seed)).png)
      const answers = await classifier.classify(pictures, { topK: 1 })
      right.set(label, answers.filter(([best]) => best.label === label).length)
    }
    return right
  } finally {
    await classifier.dispose()
  }
}

// The drawings are no photographs: this shows that the way from a colour picture to a label works, and no accuracy.
it('names at least 70 % of 200 drawings rightly', { timeout: 600_000 }, async () => {
  const labels = GARMENT_TABLE.map(({ label }) => label)
  const drawings = labels.reduce((sum, label) => sum + tested[label].length, 0)
  const right = await countRight(labels)
  const total = [...right.values()].reduce((sum, count) => sum + count, 0)
  expect(drawings).toBe(200)
  expect(total, `right of 20 a class: ${JSON.stringify([...right])}`).toBeGreaterThanOrEqual(0.7 * drawings)
})
