// Networks and labelled batches in; int8 files within an accuracy budget, found without the layers that spoil it, out.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRunner } from '../../test/open-session'
import { randomizeWeights } from '../../test/random-weights'
import { seededRandom } from '../../test/seeded-random'
import { convertLayersModel } from '../convert-model'
import { inspectModel } from '../inspect/inspect-model'
import { quantizeModel } from './quantize-model'
import type { AccuracyOptions, Feeds } from './quantization-options'
import { signalToNoise } from './rank-layers'

const run = openRunner()

function draw(seed: number, rows: number): Feeds {
  const random = seededRandom(seed)
  const data = Float32Array.from({ length: rows * 6 }, () => random() * 2 - 1)
  return { x: { dataType: 'float32', data, dims: [rows, 6] } }
}

/** With `isWild` one unit of the second layer is a thousand times the others, and the head does not look at it. */
async function convertNetwork(isWild: boolean): Promise<Uint8Array> {
  const dense = (units: number, name: string) => layers.layers.dense({ units, name })
  const first = layers.layers.dense({ units: 16, activation: 'relu', inputShape: [6], name: 'first' })
  const model = randomizeWeights(layers.sequential({ layers: [first, dense(16, 'second'), dense(4, 'head')] }), 3)
  if (isWild) {
    const [kernel, bias] = model.getLayer('second').getWeights()
    const [head, headBias] = model.getLayer('head').getWeights()
    const wild = tf.tensor1d(Array.from({ length: 16 }, (_, unit) => unit === 0 ? 1000 : 1))
    model.getLayer('second').setWeights([tf.mul(kernel, wild), tf.mul(bias, wild)])
    const blind = tf.tensor2d(Array.from({ length: 16 }, (_, unit) => [unit === 0 ? 0 : 1]))
    model.getLayer('head').setWeights([tf.mul(head, blind), headBias])
  }
  return (await convertLayersModel(model, { input: { name: 'x' } })).bytes
}

async function classesOf(model: Uint8Array, inputs: Feeds): Promise<number[]> {
  const { data } = (await run(model, inputs)).head
  const numbers = Array.from(data as Float32Array)
  return Array.from({ length: numbers.length / 4 }, (_, row) => {
    const scores = numbers.slice(row * 4, row * 4 + 4)
    return scores.indexOf(Math.max(...scores))
  })
}

/** Its own answers are the truth: float32 is always right. */
async function budget(
  model: Uint8Array,
  maxLoss: number,
  more: Partial<AccuracyOptions> = {},
): Promise<AccuracyOptions> {
  const batches = await Promise.all([draw(11, 40), draw(12, 24)].map(async inputs =>
    ({ inputs, labels: await classesOf(model, inputs) })))
  return { batches, output: 'head', maxLoss, ...more }
}

let tame: Uint8Array
let wild: Uint8Array
beforeAll(async () => {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  tame = await convertNetwork(false)
  wild = await convertNetwork(true)
})

const batches = [draw(1, 32), draw(2, 32)]

describe('an accuracy budget', () => {
  it('is met at once by a network that bears int8, and the figures are those of the file', async () => {
    const accuracy = await budget(tame, 0.05)
    const { bytes, report } = await quantizeModel(tame, { run, batches, accuracy })
    const differing = (await Promise.all(accuracy.batches.map(async ({ inputs, labels }) =>
      (await classesOf(bytes, inputs)).filter((index, row) => index !== labels[row]).length))).reduce((a, b) => a + b)
    expect(report.attempts).toHaveLength(1)
    expect(report.accuracy).toEqual({
      samples: 64, float32: 1, int8: 1 - differing / 64, loss: differing / 64, disagreements: differing,
    })
  })

  it('is met without the layer that spoils it, when no method helps', async () => {
    const accuracy = await budget(wild, 0.05)
    const { bytes, report } = await quantizeModel(wild, { run, batches, accuracy })
    expect(report.attempts.map(({ method, excluded }) => `${method} ${excluded.join()}`))
      .toEqual(['minmax ', 'percentile ', 'entropy ', expect.stringMatching(/ head\/Gemm$/)])
    expect(report.attempts[0].accuracy.loss).toBeGreaterThan(0.05)
    expect(report.accuracy?.loss).toBeLessThanOrEqual(0.05)
    expect(report.sensitivities.map(({ node }) => node)[0]).toBe('head/Gemm')
    expect(report.nodes).toEqual(['first/Gemm', 'second/Gemm'])
    expect(inspectModel(bytes).operators.QuantizeLinear).toBe(2)
  })

  it('that cannot be met is an error with both figures', async () => {
    const accuracy = await budget(wild, 0.05, { maxExcluded: 0 })
    await expect(quantizeModel(wild, { run, batches, accuracy }))
      .rejects.toThrow(/^float32 answers 100\.00 % of 64 .* and int8 \d+\.\d\d %.*maxLoss is 5\.00 %.*\[accuracy-lost\]$/)
  })

  it.each([
    ['labels that do not fit', { batches: [{ inputs: draw(1, 3), labels: [0, 1] }] },
      /12 numbers for the 2 labels of batch 0.*\[calibration-failed\]/],
    ['no labels', { batches: [] }, /accuracy\.batches.*\[option-invalid\]/],
    ['an output that is not there', { output: 'tail' }, /no numbers for "tail".*head.*\[calibration-failed\]/],
    ['a loss that is no share', { maxLoss: 5 }, /accuracy\.maxLoss is 5.*\[option-invalid\]/],
    ['a count that is none', { maxExcluded: -1 }, /accuracy\.maxExcluded is -1.*\[option-invalid\]/],
  ])('%s', async (_, wrong, message) => {
    const accuracy = { ...await budget(tame, 0.05), ...wrong }
    await expect(quantizeModel(tame, { run, batches, accuracy })).rejects.toThrow(message)
  })
})

it('measures noise in decibels', () => {
  expect(signalToNoise([3, 4], [3, 4.5])).toBeCloseTo(20, 9)
  expect(signalToNoise([1], [1])).toBe(Infinity)
})
