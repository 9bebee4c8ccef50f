// Small stand-ins for the published files come in; checked are which are fetched, where they lie and the progress.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PUBLISHED_FILES } from './dataset-files'
import { downloadDataset, OFFICIAL_HOME } from './download'
import type { DownloadProgress } from './download'
import { loopbackServer, serve } from './loopback-server'
import type { LoopbackServer } from './loopback-server'

const contents = new Map([['one.gz', Buffer.from('first')], ['two.gz', Buffer.from('the second')]])
const files = [...contents].map(([name, bytes]) =>
  ({ name, size: bytes.length, md5: createHash('md5').update(bytes).digest('hex') }))
let directory: string
let server: LoopbackServer
const requested: string[] = []

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'download-'))
  requested.length = 0
  server = await loopbackServer((request, response) => {
    requested.push(request.url ?? '')
    serve(contents.get((request.url ?? '').replace('/base/', '')) ?? Buffer.from(''), request, response)
  })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(directory, { recursive: true })
})

it('fetches all files and counts the bytes of all of them', async () => {
  const progress: DownloadProgress[] = []
  await downloadDataset({ directory, baseUrl: `${server.url}/base/`, files, onProgress: (step) => progress.push(step) })
  expect(readdirSync(directory).sort()).toEqual(['one.gz', 'two.gz'])
  expect(readFileSync(join(directory, 'two.gz'), 'utf8')).toBe('the second')
  expect(requested).toEqual(['/base/one.gz', '/base/two.gz'])
  expect(progress).toContainEqual({ file: 'one.gz', loaded: 5, total: 15 })
  expect(progress.at(-1)).toEqual({ file: 'two.gz', loaded: 15, total: 15 })
})

it('leaves good files alone and replaces damaged ones', async () => {
  writeFileSync(join(directory, 'one.gz'), 'first')
  writeFileSync(join(directory, 'two.gz'), 'damaged')
  await downloadDataset({ directory, baseUrl: `${server.url}/base`, files })
  expect(requested).toEqual(['/base/two.gz'])
  expect(readFileSync(join(directory, 'two.gz'), 'utf8')).toBe('the second')
})

it('knows the four published files and their home', () => {
  expect(PUBLISHED_FILES.map(({ name }) => name).sort()).toEqual([
    't10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz',
    'train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz',
  ])
  expect(new Set(PUBLISHED_FILES.map(({ md5 }) => md5)).size).toBe(4)
  expect(new URL(OFFICIAL_HOME).hostname).toContain('fashion-mnist')
})
