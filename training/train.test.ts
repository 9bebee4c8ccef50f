// npm run train by npm alone: on WebAssembly, a hundredth of the pictures, its weights and its record.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test/package/temporary-folder'
import { available } from '../test/requirement'
import type { TrainingRecord } from './history'

const hasData = available('data', Boolean(process.env.FASHION_MNIST_DIR), 'FASHION_MNIST_DIR is not set')
const cache = temporaryFolder()

describe.skipIf(!hasData)('npm run train -- --backend wasm (needs FASHION_MNIST_DIR)', () => {
  it('trains a share of the pictures, and writes what it was beside the weights', async () => {
    const words = ['--model', 'fashion-nano', '--backend', 'wasm', '--epochs', '1', '--fraction', '0.01', '--runs', join(cache, 'runs')]
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'training/train.ts', ...words], {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, STYLELENS_CACHE: cache },
    })
    expect(stdout).toContain('Backend: WebAssembly (tfjs-backend-wasm')
    const folder = join(cache, 'models', 'fashion-nano-1-fraction0.01', 'layers-model')
    const { recipe, history } = JSON.parse(await readFile(join(folder, 'history.json'), 'utf8')) as TrainingRecord
    expect(recipe.variant).toEqual({ of: 'fashion-nano-1', fraction: 0.01, regularisation: true })
    expect(history).toHaveLength(1)
    expect(history[0].loss).toBeLessThan(2.6)
    expect(history[0].validationAccuracy).toBeGreaterThan(0.1)
  }, 300_000)
})
