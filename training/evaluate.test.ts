// The commands of training as a user runs them: --help, bad options, and evaluate's figures against the report.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { available } from '../test/requirement'
import type { ReportData } from './report-page/report-data'
import { readReport } from './report'

const root = join(import.meta.dirname, '..')
const hasData = available('data', Boolean(process.env.FASHION_MNIST_DIR), 'FASHION_MNIST_DIR is not set')
const run = (script: string, ...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', join('training', script), ...words], { cwd: root })

it.each(['train.ts', 'export.ts', 'evaluate.ts'])('%s has a --help and refuses an unknown option', async (script) => {
  expect((await run(script, '--help')).stdout).toContain('--data')
  await expect(run(script, '--no-such-option')).rejects.toMatchObject({
    stderr: expect.stringContaining('unknown option'),
  })
})

// Test labels are read by evaluate alone; recomputing a logged figure is free.
describe.skipIf(!hasData)('evaluate --check, on all 10,000 test pictures (needs FASHION_MNIST_DIR)', () => {
  it('has the figures of the report for the file that is asked', async () => {
    const { stdout } = await run('evaluate.ts', '--check', '--model', 'fashion-nano', '--forms', 'int8')
    expect(stdout).toContain('fashion-nano int8 on cpu')
  }, 300_000)
})

describe.skipIf(!hasData)('evaluate --report, on real pictures (needs FASHION_MNIST_DIR)', () => {
  it.each([
    ['test', 'fashion-nano', 10_000],
    ['validation', 'fashion-nano-validation', 5000],
  ] as const)(
    'on %s pictures has the figures of report.json, and leaves models/ as it is',
    async (split, name, pictures) => {
      const folder = await mkdtemp(join(tmpdir(), 'stylelens-report-'))
      const log = join(root, 'models', 'test-log.jsonl')
      const before = await readFile(log, 'utf8')
      const words = ['--model', 'fashion-nano', '--split', split, '--report', folder]
      expect((await run('evaluate.ts', ...words)).stdout).toContain(`${name}.html`)
      const data = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as ReportData
      expect((await readReport(join(root, 'models', 'fashion-nano')))[split]).toMatchObject({ ...data.evaluation })
      expect(data.confusion.flat().reduce((sum, count) => sum + count)).toBe(pictures)
      expect(data.distinct?.leftOut).toBe(split === 'test' ? 89 : undefined)
      expect(await readFile(log, 'utf8')).toBe(before)
      await rm(folder, { recursive: true })
    },
    300_000,
  )
})
