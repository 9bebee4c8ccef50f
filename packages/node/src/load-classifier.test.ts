// The whole of Node's platform with the tiny model in; right answers, honest reports and quiet processes out.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upperBright } from '../test/make-pictures'
import { runChild } from '../test/run-child'
import { ClassifierError, classify, createClassifier, isClassifierError } from './index'

const tiny = new URL('../test/tiny/', import.meta.url)
const inTest = (name: string) => fileURLToPath(new URL(`../test/${name}`, import.meta.url))
let folder: string
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  path = join(folder, 'upper.png')
  await writeFile(path, await upperBright())
})

afterAll(() => rm(folder, { recursive: true }))

describe('in this process', () => {
  it.each(['cpu', 'wasm'] as const)('classifies on %s', async (executionProviders) => {
    const classifier = await createClassifier({ model: tiny, executionProviders })
    const [one, two] = await classifier.classify([path, await upperBright()])
    expect(one[0].label).toBe('upper')
    expect(two).toEqual(one)
    expect(classifier.backend).toMatchObject({
      executionProvider: executionProviders,
      placement: 'full',
      fellBackFrom: [],
    })
    await classifier.dispose()
    await expect(classifier.classify(path)).rejects.toMatchObject({ code: 'disposed' })
  })

  it('classify shares a classifier until it is disposed', async () => {
    expect((await classify(path, { model: tiny }))[0].label).toBe('upper')
    const failure = await classify('none.png', { model: tiny }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ClassifierError)
    expect(isClassifierError(failure, 'image-not-found')).toBe(true)
    await classify.dispose()
  })

  it('closes the doors that it is told to', async () => {
    const classifier = await createClassifier({ model: tiny, inputs: { files: false } })
    await expect(classifier.classify(path)).rejects.toMatchObject({ code: 'input-closed' })
    await expect(classifier.classify(new URL(`file://${path}`))).rejects.toMatchObject({ code: 'input-closed' })
    await classifier.dispose()
  })
})

describe('in a process of its own, which ends by itself with nothing on stderr', () => {
  const run = async (options: object, environment = {}, nodeArguments: string[] = []) => {
    const result = await runChild(
      [...nodeArguments, inTest('classify-in-child.ts'), path, JSON.stringify(options)],
      environment,
    )
    expect(result).toMatchObject({ stderr: '', code: 0 })
    return JSON.parse(result.stdout)
  }

  it.each([
    [['cpu'], 1],
    [['wasm'], 2],
    [['cuda', 'webgpu', 'webnn', 'coreml', 'dml', 'wasm'], 1],
  ])('%j with %i threads', async (executionProviders, threads) => {
    const { backend, predictions } = await run({ executionProviders, threads })
    expect(predictions[0].label).toBe('upper')
    expect(backend.threads).toBe(threads)
    const failed = backend.fellBackFrom.map((failure: { executionProvider: string }) => failure.executionProvider)
    expect([...failed, backend.executionProvider]).toEqual(executionProviders.slice(0, failed.length + 1))
  })

  it.each([
    ['is not installed', 'onnxruntime-node', 'ONNXRUNTIME_NODE_INSTALL=skip npm install'],
    ['does not load', 'onnxruntime-node:dlopen', 'it lacks libstdc++.so.6. Run `apt-get install libstdc++6`'],
  ])('falls back to WebAssembly where onnxruntime-node %s', async (_, BLOCKED_PACKAGES, told) => {
    const { backend, predictions } = await run({}, { BLOCKED_PACKAGES }, ['--import', inTest('block-package.mjs')])
    expect(predictions[0].label).toBe('upper')
    expect(backend).toMatchObject({
      executionProvider: 'wasm',
      runtime: 'onnxruntime-web',
      fellBackFrom: [
        {
          executionProvider: 'cpu',
          code: 'runtime-missing',
          message: expect.stringContaining(told),
        },
      ],
    })
  })

  it('says what is missing where neither package loads', async () => {
    const block = ['--import', inTest('block-package.mjs')]
    const none = await run({}, { BLOCKED_PACKAGES: 'onnxruntime-node,../runtime/ort.node.min.mjs' }, block)
    expect(none).toMatchObject({
      code: 'provider-failed',
      message: expect.stringMatching(/onnxruntime-node[^]*onnxruntime-web/),
    })
  })

  it('decodes PNG without sharp to the same answer, and says what brings the other formats', async () => {
    const block = ['--import', inTest('block-package.mjs')]
    expect((await run({}, { BLOCKED_PACKAGES: 'sharp' }, block)).predictions).toEqual((await run({})).predictions)
    const webp = join(folder, 'upper.webp')
    await sharp(path).webp().toFile(webp)
    const result = await runChild([...block, inTest('classify-in-child.ts'), webp], { BLOCKED_PACKAGES: 'sharp' })
    expect(JSON.parse(result.stdout)).toMatchObject({
      code: 'decoder-missing',
      message: expect.stringContaining('npm install --include=optional sharp'),
    })
  })

  it('leaves nothing in the home folder: there is no telemetry', async () => {
    const home = await mkdtemp(join(folder, 'home-'))
    await run(
      { executionProviders: 'cpu' },
      { HOME: home, XDG_CACHE_HOME: '', USERPROFILE: home, ORT_DISABLE_TELEMETRY: undefined },
    )
    expect(await readdir(home)).toEqual([])
  })
})
