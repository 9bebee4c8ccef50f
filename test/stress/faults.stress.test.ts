// Runtimes, servers and disks that fail in; a typed error or another provider, and a next call that works, out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClassifier, isClassifierError } from '@stylelens/node'
import type { InferenceSession } from 'onnxruntime-common'
import native from 'onnxruntime-node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FileServer } from '../../packages/node/test/serve-files'
// @ts-expect-error the file comes without declarations
import * as web from '../../packages/node/runtime/ort.node.min.mjs'
import { drawnPixels } from '../contract/drawn-pixels'
import { modelFolders } from '../golden/golden-folder'
import { temporaryFolder } from '../package/temporary-folder'
import { builtLibrary, bundleScript, runScript } from './run-script'
import { serveBadly } from './serve-badly'

const folder = temporaryFolder()
const picture = drawnPixels(28, 28)
const nano = fileURLToPath(modelFolders()[0].folder)
let server: FileServer

beforeAll(async () => {
  server = await serveBadly(nano, 300)
})
// onnxruntime-node has the class of onnxruntime-common; WebAssembly has one of its own inside.
const { InferenceSession: wasmSession } = web as typeof native
const sessions = { cpu: native.InferenceSession, wasm: wasmSession } as const

afterEach(() => void vi.restoreAllMocks())
afterAll(() => server.close())

const codeOf = (call: Promise<unknown>) =>
  call.then(() => 'answered', (error: unknown) => (isClassifierError(error) ? error.code : `untyped: ${String(error)}`))

describe('onnxruntime', () => {
  it('that cannot create a session is left for the next provider, which is told, and tried again next time', async () => {
    vi.spyOn(sessions.cpu, 'create').mockRejectedValueOnce(new Error('out of handles'))
    const heard = vi.fn()
    const fallen = await createClassifier({ executionProviders: ['cpu', 'wasm'], onFallback: heard })
    expect(fallen.backend).toMatchObject({ executionProvider: 'wasm', fellBackFrom: [{ executionProvider: 'cpu' }] })
    expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ from: 'cpu', to: 'wasm' }))
    expect(await fallen.classify(picture)).toHaveLength(5)
    await fallen.dispose()
    const next = await createClassifier({ executionProviders: ['cpu', 'wasm'] })
    expect(next.backend.executionProvider).toBe('cpu')
    await next.dispose()
  })

  it('that cannot create any session is a typed error with its cause, and works the next time', async () => {
    const cause = new Error('out of handles')
    for (const made of Object.values(sessions)) vi.spyOn(made, 'create').mockRejectedValueOnce(cause)
    const failed = createClassifier({ executionProviders: ['cpu', 'wasm'] })
    await expect(failed).rejects.toMatchObject({ code: 'provider-failed', cause: { cause } })
    await (await createClassifier({ executionProviders: ['cpu', 'wasm'] })).dispose()
  })

  it.each(['cpu', 'wasm'] as const)('on %s that fails at its 3rd run fails that call and no other', async (provider) => {
    const made = sessions[provider]
    const create = made.create.bind(made) as (...words: unknown[]) => Promise<InferenceSession>
    vi.spyOn(made, 'create').mockImplementation(async (...words: unknown[]) => {
      const session = await create(...words)
      const run = session.run.bind(session)
      let runs = 0
      session.run = (async (...feeds: Parameters<typeof run>) => {
        if (++runs === 3) throw new Error('memory access out of bounds')
        return run(...feeds)
      }) as typeof session.run
      return session
    })
    const classifier = await createClassifier({ executionProviders: provider, batching: { maxSize: 1 } })
    const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(classifier.classify(picture))))
    expect(codes).toEqual(['answered', 'answered', 'run-failed', 'answered', 'answered', 'answered'])
    expect(await classifier.classify(picture)).toHaveLength(5)
    await classifier.dispose()
  })
})

describe('a server', () => {
  const create = (path: string, options = {}) =>
    createClassifier({ model: `${server.origin}${path}`, executionProviders: 'cpu', ...options })

  it('that is slow, with each pause shorter than `timeout`, is waited for', async () => {
    const classifier = await create('/slow/', { timeout: 1_500 })
    expect(await classifier.classify(picture)).toHaveLength(5)
    await classifier.dispose()
  })

  it.each(['/stalled/', '/torn/'])('%s is a typed error, and the next one works', async (path) => {
    expect(await codeOf(create(path, { timeout: 400 }))).toBe('model-download')
    await (await create('/whole/')).dispose()
  })

  it('that stalls can be left at once', async () => {
    const begun = performance.now()
    expect(await codeOf(create('/stalled/', { signal: AbortSignal.timeout(600) }))).toBe('aborted')
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

it.skipIf(process.platform === 'win32')('a disk that is full costs the cache only, unless it is `strict`', async () => {
  const cache = join(folder, 'cache')
  mkdirSync(cache)
  const script = await bundleScript('full-disk-main', folder)
  // In blocks of 512 bytes: the manifest fits and the model does not. A write beyond it fails as on a full disk.
  const program = ['sh', '-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath]
  const plan = { library: builtLibrary, model: `${server.origin}/whole/`, cache }
  const { stdout, ...end } = await runScript(script, plan, { program, patience: 60_000 })
  expect(end).toEqual({ code: 0, signal: null, stderr: '' })
  expect(JSON.parse(stdout)).toEqual({
    lenient: '5 predictions',
    strict: 'cache-failed',
    afterwards: '5 predictions',
    heard: ['cache-failed'],
    unfinished: [],
  })
})
