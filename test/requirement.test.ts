// Names and lists of required names come in; checked is what skips and what fails.
import { afterEach, expect, it, vi } from 'vitest'
import { available } from './requirement'

afterEach(() => vi.unstubAllEnvs())

it.each([
  ['', true], ['data', true], ['gpu, data', true], ['', false], ['gpu', false], ['database', false],
])('with STYLELENS_REQUIRE "%s", gives %s back', (list, present) => {
  vi.stubEnv('STYLELENS_REQUIRE', list)
  expect(available('data', present, 'no folder')).toBe(present)
})

it.each(['data', 'gpu,data', 'gpu, data '])('fails where "%s" requires what is missing', (list) => {
  vi.stubEnv('STYLELENS_REQUIRE', list)
  expect(() => available('data', false, 'FASHION_MNIST_DIR is not set')).toThrow(/"data".*FASHION_MNIST_DIR is not set/)
})
