// Folders with good and bad models in; manifests and bytes, or typed errors, out.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadModel } from './load-model'
import type { ModelSource } from './load-model'

const tiny = fileURLToPath(new URL('../test/tiny', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  await cp(tiny, join(folder, 'model'), { recursive: true })
  await mkdir(join(folder, 'bare'))
  await mkdir(join(folder, 'broken'))
  await writeFile(join(folder, 'broken', 'manifest.json'), '{ "manifestVersion": ')
  await writeFile(join(folder, 'secret'), 'secret')
})

afterAll(() => rm(folder, { recursive: true }))

it.each<[string, () => ModelSource]>([
  ['path', () => tiny],
  ['path with a slash', () => `${tiny}/`],
  ['relative path', () => relative(process.cwd(), tiny)],
  ['file: address', () => pathToFileURL(tiny).href],
  ['file: URL', () => pathToFileURL(`${tiny}/`)],
])('loads by %s', async (_, model) => {
  const { manifest, readModel } = await loadModel(model())
  expect(manifest).toMatchObject({ name: 'tiny', labels: ['upper', 'lower'] })
  expect((await readModel('model.onnx')).length).toBe((manifest as { bytes: number }).bytes)
})

describe('mistakes', () => {
  it.each<[string, string, () => unknown, RegExp]>([
    ['unknown name', 'model-not-found', () => 'fashion-huge', /fashion-small, fashion-nano/],
    ['missing folder', 'model-not-found', () => join(folder, 'none'), /no such folder/],
    ['file', 'model-not-found', () => join(tiny, 'model.onnx'), /it is a file/],
    ['http: address', 'model-not-found', () => 'https://example.com/model', /only file:/],
    ['http: URL', 'model-not-found', () => new URL('https://example.com/model'), /only file:/],
    ['number', 'model-not-found', () => 7, /type number/],
    ['folder without manifest', 'model-manifest', () => join(folder, 'bare'), /manifest.json/],
    ['manifest that is cut', 'model-manifest', () => join(folder, 'broken'), /no JSON/],
  ])('%s: %s', async (_, code, model, message) => {
    await expect(loadModel(model() as ModelSource)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  it.each(['../secret', '..', '.', '', '/etc/hostname', 'x/../../secret'])('the file "%s" is outside', async (file) => {
    const { readModel } = await loadModel(join(folder, 'model'))
    await expect(readModel(file)).rejects.toMatchObject({ code: 'model-manifest' })
  })

  it('the file of the model is missing', async () => {
    const { readModel } = await loadModel(tiny)
    await expect(readModel('other.onnx')).rejects.toMatchObject({ code: 'model-not-found', cause: { code: 'ENOENT' } })
  })

  it('an aborted signal', async () => {
    await expect(loadModel(tiny, AbortSignal.abort('enough'))).rejects.toMatchObject({
      code: 'aborted',
      cause: 'enough',
    })
  })
})
