// Measured times in; the table of them out.
import { fileURLToPath } from 'node:url'
import type { MeasuredModel, MeasuredProvider } from '@stylelens/node'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../test/run-cli'
import { formatBench } from './format-bench'
import { styleFor } from './terminal'

type Name = MeasuredProvider['executionProvider']

const row = (executionProvider: Name, threads: number, batchSize: number, medianMilliseconds: number | null) => ({
  executionProvider, threads, batchSize, medianMilliseconds,
  ...(medianMilliseconds === null ? { reason: 'It lacks a GPU.' } : {}),
})

it('has a line for each provider and number of threads, a column for each batch, and each reason once', () => {
  const measured = {
    manifest: { name: 'small', macs: 1_234_567 },
    rows: [
      row('cpu', 1, 1, 0.123456), row('cpu', 4, 1, 0.2), row('cuda', 1, 1, null),
      row('cpu', 1, 32, 3.2), row('cpu', 4, 32, 1234.5), row('cuda', 1, 32, null),
    ],
  } as unknown as MeasuredModel
  expect(formatBench(measured, 'Node 24, linux x64', styleFor({}, {}))).toBe(
    [
      'small (1,234,567 multiply-accumulates) on Node 24, linux x64',
      '',
      'provider  threads  1 picture  32 pictures',
      'cpu       1        0.123 ms   3.2 ms (0.1 ms each)',
      'cpu       4        0.2 ms     1230 ms (38.6 ms each)',
      'cuda      1        -          -',
      'cuda: It lacks a GPU.',
      '',
    ].join('\n'),
  )
})

describe('stylelens bench', () => {
  const tiny = fileURLToPath(new URL('../../../node/test/tiny', import.meta.url))
  const words = ['bench', '--model', tiny, '--batch', '1,2', '--threads', '1']

  it('measures what this machine has', async () => {
    const { stdout, stderr, code } = await runCli(...words)
    expect({ stderr, code }).toEqual({ stderr: '', code: undefined })
    expect(stdout).toMatch(/^tiny \(.*\n\nprovider +threads +1 picture +2 pictures\n/)
    expect(stdout).toMatch(/\ncpu +1 +[\d.]+ ms +[\d.]+ ms \([\d.]+ ms each\)\nwasm /)
  })

  it('writes one JSON object a line, and ends with 1 where a provider is not there', async () => {
    const { stdout, code } = await runCli(...words, '--provider', 'cpu,webnn', '--json')
    expect(code).toBe(1)
    const rows = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows).toMatchObject([
      { model: 'tiny', executionProvider: 'cpu', batchSize: 1, medianMilliseconds: expect.any(Number) },
      { executionProvider: 'webnn', batchSize: 1, medianMilliseconds: null, reason: expect.stringContaining('WebNN') },
      { executionProvider: 'cpu', batchSize: 2 },
      { executionProvider: 'webnn', batchSize: 2 },
    ])
  })

  it.each([
    ['a model that does not exist', ['--model', 'none'], /model-not-found/],
    ['a batch of nothing', ['--batch', '0'], /whole number/],
    ['no time', ['--seconds', '0'], /more than 0/],
  ])('%s: exit code 2', async (_, flags, message) => {
    const { stderr, code } = await runCli('bench', ...flags)
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  })
})
