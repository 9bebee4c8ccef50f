// Patches whitened by the directions that were found have variance one in each, and no covariance.
import { Matrix } from 'ml-matrix'
import { expect, it } from 'vitest'
import { loadCpuBackend } from './backends/cpu-backend'
import { createNetwork } from './network'
import { leadingDirections, patchCovariance, whitenStem } from './whiten-stem'

const pictures = Uint8Array.from({ length: 6 * 784 }, (_, pixel) => 100 + 90 * Math.sin(pixel * 0.37) + ((pixel * 7919) % 60))
const indices = Int32Array.of(4, 1, 5)

it('makes every direction as wide as the others, but for what keeps small ones small', () => {
  const covariance = patchCovariance(pictures, indices)
  const directions = new Matrix(leadingDirections(covariance))
  const whitened = directions.mmul(covariance).mmul(directions.transpose())
  const variances = whitened.diagonal()
  variances.forEach((variance) => expect(variance).toBeGreaterThan(0))
  variances.forEach((variance) => expect(variance).toBeLessThan(1))
  expect(variances[0]).toBeGreaterThan(0.9)
  expect([...variances].sort((left, right) => right - left)).toEqual(variances)
  expect(whitened.sub(Matrix.diag(variances)).abs().max()).toBeLessThan(1e-9)
})

it('writes each direction and its negative into the stem, and leaves further filters as they were', async () => {
  const { tf } = await loadCpuBackend()
  const shape = { stem: 20, stages: [{ width: 2, block: 'plain' }] } as const
  const [drawn, whitened] = [createNetwork(tf, shape, 1), createNetwork(tf, shape, 1)]
  whitenStem(tf, whitened, pictures, indices)
  const kernel = (model: typeof drawn) => Array.from(model.getLayer('stem_conv').getWeights()[0].dataSync())
  const filter = (model: typeof drawn, number: number) => kernel(model).filter((_, index) => index % 20 === number)
  const [first] = leadingDirections(patchCovariance(pictures, indices))
  filter(whitened, 0).forEach((weight, point) => expect(weight).toBeCloseTo(first[point], 5))
  expect(filter(whitened, 1)).toEqual(filter(whitened, 0).map((weight) => -weight))
  expect([18, 19].map((number) => filter(whitened, number))).toEqual([18, 19].map((number) => filter(drawn, number)))
})
