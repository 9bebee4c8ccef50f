// The loss of a step, with and without a teacher, is what its formula gives in double precision.
import { expect, it } from 'vitest'
import type { Tensor2D } from '@tensorflow/tfjs-core'
import { loadCpuBackend } from './backends/cpu-backend'
import { Nesterov } from './nesterov'
import { normalizePictures, trainableVariables, trainStep } from './train-step'

const pictures = Float32Array.from({ length: 3 * 784 }, (_, index) => ((index * 31) % 97) / 97)
const targets = Float32Array.from({ length: 30 }, (_, index) => (index % 10 === Math.floor(index / 10) ? 0.7 : 0.3 / 9))
const teacher = Float32Array.from({ length: 30 }, (_, index) => Math.sin(index) * 4)

const softmax = (row: readonly number[]) => {
  const powers = row.map((value) => Math.exp(value - Math.max(...row)))
  return powers.map((power) => power / powers.reduce((sum, value) => sum + value))
}
const crossEntropy = (target: readonly number[], logits: readonly number[]) =>
  -target.reduce((sum, share, label) => sum + share * Math.log(softmax(logits)[label]), 0)
const rows = (values: Float32Array) => [0, 1, 2].map((row) => Array.from(values.subarray(row * 10, row * 10 + 10)))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value) / values.length

async function step(distillation?: { temperature: number; weight: number }) {
  const { tf } = await loadCpuBackend()
  const dense = tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 4 }) })
  const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), dense] })
  const before = Array.from((model.apply(normalizePictures(tf, pictures)) as Tensor2D).dataSync())
  const optimizer = new Nesterov(tf, trainableVariables(model), { momentum: 0.9, weightDecay: 0 })
  const batch = { pictures, targets, teacher }
  const loss = trainStep(tf, model, optimizer, batch, { learningRate: 0.1, labelSmoothing: 0, distillation })
  return { loss: loss.dataSync()[0], logits: rows(Float32Array.from(before)) }
}

it('is the cross-entropy of the targets without a teacher', async () => {
  const { loss, logits } = await step()
  expect(loss).toBeCloseTo(mean(logits.map((row, index) => crossEntropy(rows(targets)[index], row))), 4)
})

it('weighs the softened answers of the teacher by the square of the temperature', async () => {
  const { loss, logits } = await step({ temperature: 3, weight: 0.9 })
  const soft = (row: readonly number[]) => row.map((value) => value / 3)
  const answers = rows(teacher).map((row) => softmax(soft(row)))
  const expected = logits.map(
    (row, index) => 0.9 * 9 * crossEntropy(answers[index], soft(row)) + 0.1 * crossEntropy(rows(targets)[index], row),
  )
  expect(loss).toBeCloseTo(mean(expected), 3)
})
