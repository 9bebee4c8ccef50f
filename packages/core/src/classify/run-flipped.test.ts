// A model that can be computed by hand in; the mean over a picture and its mirror image out.
import { describe, expect, it } from 'vitest'
import { sampleManifest } from '../../test/sample-manifest'
import type { ModelManifest } from '../manifest'
import { parseManifest } from '../model/parse-manifest'
import type { RunRequest } from '../queue/queue-entry'
import { runFlipped } from './run-flipped'

const plain = parseManifest(sampleManifest())
const { logits, probabilities } = plain.outputs

/** Answers each picture by its first four values as logits. */
function recorded() {
  const seen: RunRequest[] = []
  const run = async (request: RunRequest) => {
    seen.push(request)
    return request.pictures.map((picture) => ({ [logits]: picture.slice(0, 4), features: picture.slice(0, 2) }))
  }
  return { seen, run }
}

const manifestOf = (input: object, others: object = {}): ModelManifest => ({
  ...plain,
  ...others,
  input: { ...plain.input, ...input },
})

const wide = manifestOf({ width: 4, height: 2, channels: 1 })
const picture = Float32Array.of(1, 2, 3, 6, 5, 6, 7, 8)

describe('runFlipped', () => {
  it.each([
    ['NHWC', 1, [4, 3, 2, 1, 8, 7, 6, 5]],
    ['NHWC', 2, [3, 4, 1, 2, 7, 8, 5, 6]],
    ['NCHW', 2, [2, 1, 4, 3, 6, 5, 8, 7]],
  ] as const)('mirrors a row of %s with %i channels', async (layout, channels, mirrored) => {
    const { seen, run } = recorded()
    const input = { layout, channels, width: 4 / channels, height: 2 }
    await runFlipped(manifestOf(input), { pictures: [Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8)], lengths: {} }, run)
    expect(Array.from(seen[0].pictures[1])).toEqual(mirrored)
  })

  it('gives the mean of every output, in the order of the pictures', async () => {
    const { seen, run } = recorded()
    const other = picture.map((value) => 2 * value)
    const rows = await runFlipped(wide, { pictures: [picture, other], lengths: { features: 2 } }, run)
    expect(seen[0].lengths).toEqual({ features: 2, [logits]: 4 })
    expect(rows.map((row) => Array.from(row[logits]))).toEqual([[3.5, 2.5, 2.5, 3.5], [7, 5, 5, 7]])
    expect(rows.map(({ features }) => Array.from(features))).toEqual([[3.5, 2.5], [7, 5]])
  })

  it('makes the probabilities of the mean logits, which the temperature divides, and does not ask for them', async () => {
    const { seen, run } = recorded()
    const cooled = { ...wide, flipTemperature: { value: 0.5, applied: 'in-pipeline' } } as const
    const [row] = await runFlipped(cooled, { pictures: [picture], lengths: { [probabilities]: 4 } }, run)
    expect(seen[0].lengths).toEqual({ [logits]: 4 })
    expect(Array.from(row[logits])).toEqual([7, 5, 5, 7])
    const [high, low] = [Math.exp(7), Math.exp(5)].map((power) => power / (2 * Math.exp(7) + 2 * Math.exp(5)))
    const scores = Array.from(row[probabilities])
    scores.forEach((score, place) => expect(score).toBeCloseTo([high, low, low, high][place], 6))
  })

  it('gives labels that do not exclude each other a probability of their own', async () => {
    const { run } = recorded()
    const apart = { ...wide, outputs: { ...wide.outputs, derived: 'sigmoid' } } as const
    const [row] = await runFlipped(apart, { pictures: [picture], lengths: { [probabilities]: 4 } }, run)
    expect(row[probabilities][0]).toBeCloseTo(1 / (1 + Math.exp(-3.5)), 6)
  })
})
