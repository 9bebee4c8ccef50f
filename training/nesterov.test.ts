// Two steps of the optimizer against the update written out in plain numbers.
import { expect, it } from 'vitest'
import { loadCpuBackend } from './backends/cpu-backend'
import { Nesterov } from './nesterov'

it('moves by Nesterov momentum and decays kernels only', async () => {
  const { tf } = await loadCpuBackend()
  const kernel = tf.variable(tf.tensor2d([[2, -1]]))
  const bias = tf.variable(tf.tensor1d([3]))
  const optimizer = new Nesterov(tf, [kernel, bias], { momentum: 0.9, weightDecay: 0.1 })
  const expected = { kernel: [2, -1], bias: [3], velocity: [0, 0, 0] }
  for (const learningRate of [0.5, 0.25]) {
    const gradients = [1, 2, -4]
    optimizer.step({ [kernel.name]: tf.tensor2d([[1, 2]]), [bias.name]: tf.tensor1d([-4]) }, learningRate)
    expected.velocity = expected.velocity.map((velocity, index) => 0.9 * velocity + gradients[index])
    const ahead = expected.velocity.map((velocity, index) => gradients[index] + 0.9 * velocity)
    expected.kernel = expected.kernel.map(
      (value, index) => value * (1 - learningRate * 0.1) - learningRate * ahead[index],
    )
    expected.bias = [expected.bias[0] - learningRate * ahead[2]]
  }
  Array.from(kernel.dataSync()).forEach((value, index) => expect(value).toBeCloseTo(expected.kernel[index], 5))
  expect(bias.dataSync()[0]).toBeCloseTo(expected.bias[0], 5)
})
