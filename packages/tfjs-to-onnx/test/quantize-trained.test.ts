// A trained network of models/ and drawn pictures in; an int8 file that gives nearly all of them the same class out.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inspectModel } from '../src/inspect/inspect-model'
import { quantizeModel } from '../src/quantize/quantize-model'
import type { Feeds } from '../src/quantize/quantization-options'
import { openRunner } from './open-session'
import { seededRandom } from './seeded-random'

const model = new Uint8Array(readFileSync(new URL('../../../models/fashion-nano/model.onnx', import.meta.url)))
const run = openRunner()

/** Garments of a sort: bright rectangles of many proportions, some with a gap, some with sleeves. */
function drawPictures(seed: number, count: number): Feeds {
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const data = new Float32Array(count * 784)
  const fill = (picture: number, [left, right]: number[], [top, bottom]: number[], value: number) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) data[picture * 784 + y * 28 + x] = value
  }
  for (let picture = 0; picture < count; picture++) {
    const [half, top, bottom] = [between(3, 11), between(0, 12), between(18, 28)]
    fill(picture, [14 - half, 14 + half], [top, bottom], 0.3 + 0.7 * random())
    if (random() < 0.4) fill(picture, [13, 15], [between(top, bottom), bottom], 0)
    if (random() < 0.4) fill(picture, [0, 28], [top, Math.min(bottom, top + between(3, 9))], 0.2 + 0.8 * random())
  }
  return { image: { dataType: 'float32', data, dims: [count, 28, 28, 1] } }
}

async function classesOf(inputs: Feeds): Promise<number[]> {
  const numbers = Array.from((await run(model, inputs)).logits.data as Float32Array)
  return Array.from({ length: numbers.length / 10 }, (_, row) => {
    const scores = numbers.slice(row * 10, row * 10 + 10)
    return scores.indexOf(Math.max(...scores))
  })
}

it('quantises fashion-nano to a third within three hundredths of its answers', async () => {
  const inputs = drawPictures(2, 100)
  const labels = await classesOf(inputs)
  expect(new Set(labels).size).toBeGreaterThan(3)
  const accuracy = { batches: [{ inputs, labels }], output: 'logits', maxLoss: 0.03 }
  const { bytes, report } = await quantizeModel(model, { run, batches: [drawPictures(1, 50), drawPictures(3, 50)], accuracy })
  expect(report.accuracy?.loss).toBeLessThanOrEqual(0.03)
  expect(report).toMatchObject({ method: 'minmax', accuracy: { samples: 100, float32: 1 } })
  expect(report.nodes).toHaveLength(8)
  expect(bytes.length).toBeLessThan(0.35 * model.length)
  const [before, after] = [inspectModel(model), inspectModel(bytes)]
  expect(after).toMatchObject({
    inputs: before.inputs, outputs: before.outputs, parameters: before.parameters, multiplyAccumulates: before.multiplyAccumulates,
  })
  expect(after.metadata).toMatchObject(before.metadata)
})
