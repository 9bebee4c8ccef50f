// npm run robustness as a user runs it, on few validation pictures: every corruption has its line, and its row in the JSON.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test/package/temporary-folder'
import { available } from '../test/requirement'
import { corruptionNames } from './robustness/corruptions'
import type { RobustnessRow } from './robustness/measure-robustness'

const hasData = available('data', Boolean(process.env.FASHION_MNIST_DIR), 'FASHION_MNIST_DIR is not set')
const folder = temporaryFolder()
const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'training/evaluate-robustness.ts', ...words], {
    cwd: join(import.meta.dirname, '..'),
  })

it('has a --help that says how often test pictures are measured', async () => {
  const help = (await run('--help')).stdout.replace(/\s+/g, ' ')
  expect(help).toContain('--test the 10,000 test pictures instead, for a release: once a model file')
})

describe.skipIf(!hasData)('on 200 validation pictures (needs FASHION_MNIST_DIR)', () => {
  it('gives each corruption its figures, and the means of the groups', async () => {
    const file = join(folder, 'rows.json')
    const { stdout } = await run('--model', 'fashion-nano', '--pictures', '200', '--json', file)
    const rows = JSON.parse(await readFile(file, 'utf8')) as RobustnessRow[]
    expect(rows.map(({ corruption }) => corruption)).toEqual(['none', ...corruptionNames])
    expect(rows.every(({ pictures }) => pictures === 200)).toBe(true)
    expect(rows[0].correct.network).toBeGreaterThan(180)
    expect(rows[0].correct.classifier).toBe(rows[0].correct.network)
    expect(stdout).toMatch(/^network: clean .*photo .*unseen \(11\) .*turned .*occluded/m)
  }, 300_000)
})
