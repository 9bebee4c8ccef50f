// Names and lists of required names come in; checked is what skips and what fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from './package/temporary-folder'
import { available } from './requirement'

const list = join(temporaryFolder(), 'skips.txt')

// What is asked here is no skip of this run: the reasons go to a list of their own.
beforeEach(() => {
  vi.stubEnv('STYLELENS_SKIPS', list)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

it.each([
  ['', true],
  ['data', true],
  ['gpu, data', true],
  ['', false],
  ['gpu', false],
  ['database', false],
])('with STYLELENS_REQUIRE "%s", gives %s back', (required, present) => {
  vi.stubEnv('STYLELENS_REQUIRE', required)
  expect(available('data', present, 'no folder')).toBe(present)
})

it.each(['data', 'gpu,data', 'gpu, data '])('fails where "%s" requires what is missing', (required) => {
  vi.stubEnv('STYLELENS_REQUIRE', required)
  expect(() => available('data', false, 'FASHION_MNIST_DIR is not set')).toThrow(/"data".*FASHION_MNIST_DIR is not set/)
})

it('writes down why something is skipped, and nothing where it is there', () => {
  vi.stubEnv('STYLELENS_REQUIRE', '')
  available('registry', true, 'no answer')
  available('gpu', false, 'no driver')
  const lines = readFileSync(list, 'utf8').split('\n')
  expect(lines).toContain('gpu: no driver')
  expect(lines).not.toContain('registry: no answer')
})
