// Folders with good and bad models in; manifests and bytes, or typed errors, out.
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOptions } from '../test/load-options'
import { EmbeddedFolder } from './embedded-folder'
import { embeddedModelNames } from './embedded-models'
import { loadModel } from './load-model'
import type { ModelSource } from './load-model'
import { sha256 } from './sha256'

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
  ['path of the manifest', () => join(tiny, 'manifest.json')],
])('loads by %s', async (_, model) => {
  const { manifest, readModel } = await loadModel(model(), loadOptions())
  expect(manifest).toMatchObject({ name: 'tiny', labels: ['upper', 'lower'] })
  expect((await readModel('model.onnx')).length).toBe((manifest as { bytes: number }).bytes)
})

describe('an embedded model', () => {
  it('has the manifest that was built in', async () => {
    for (const name of embeddedModelNames) {
      expect(await loadModel(name, loadOptions())).toMatchObject({ manifest: { name } })
    }
  })

  it('with another manifest is damaged', async () => {
    const changed = new EmbeddedFolder(tiny, 'fashion-nano', sha256, 'ab'.repeat(32))
    const limits = { maxBytes: 10_000 }
    await expect(changed.read('manifest.json', limits)).rejects.toMatchObject({
      code: 'model-integrity',
      message: expect.stringContaining('Install @stylelens/node again'),
    })
    expect((await changed.read('model.onnx', limits))?.length).toBeGreaterThan(0)
    const right = new EmbeddedFolder(tiny, 'tiny', sha256, await sha256(await readFile(join(tiny, 'manifest.json'))))
    expect(await right.read('manifest.json', limits)).toBeDefined()
  })

  it('whose files are gone says what to do', async () => {
    const gone = new EmbeddedFolder(join(folder, 'none'), 'fashion-nano', sha256, '')
    expect(await gone.read('manifest.json', { maxBytes: 9 })).toBeUndefined()
    expect(await gone.explainAbsence()).toMatchObject({
      code: 'model-not-found',
      message: expect.stringContaining('are not in the package'),
    })
  })
})

describe('files beside the model', () => {
  it('may be links for the model itself, as in the cache of Hugging Face, and not for what a model names', async () => {
    const linked = join(folder, 'linked')
    await mkdir(linked)
    await symlink(join(tiny, 'model.onnx'), join(linked, 'model.onnx'))
    await symlink(join(folder, 'secret'), join(linked, 'weights'))
    await writeFile(join(linked, 'inside'), 'weights')
    await cp(join(tiny, 'manifest.json'), join(linked, 'manifest.json'))
    const { readModel, readExternalData } = await loadModel(linked, loadOptions())
    expect((await readModel('model.onnx')).length).toBeGreaterThan(0)
    expect(String(await readExternalData?.('inside'))).toBe('weights')
    await expect(readExternalData?.('weights')).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining('leads out of its folder'),
    })
    await expect(readExternalData?.('../secret')).rejects.toMatchObject({ code: 'model-manifest' })
  })

  it('may not be larger than allowed', async () => {
    const { readModel } = await loadModel(tiny, loadOptions({ maxModelBytes: 100 }))
    await expect(readModel('model.onnx')).rejects.toMatchObject({ code: 'model-unsupported' })
  })
})

describe('mistakes', () => {
  it.each<[string, string, () => unknown, RegExp]>([
    ['unknown name', 'model-not-found', () => 'fashion-huge', /fashion-small, fashion-nano/],
    ['missing folder', 'model-not-found', () => join(folder, 'none'), /no such folder/],
    ['file', 'model-not-found', () => join(tiny, 'model.onnx'), /it is a file/],
    ['ftp: address', 'model-not-found', () => 'ftp://example.com/model', /only file:, http: and https:/],
    ['ftp: URL', 'model-not-found', () => new URL('ftp://example.com/model'), /only file:, http: and https:/],
    ['number', 'model-not-found', () => 7, /type number/],
    ['folder without manifest', 'model-manifest', () => join(folder, 'bare'), /manifest.json/],
    ['manifest that is cut', 'model-manifest', () => join(folder, 'broken'), /no JSON/],
  ])('%s: %s', async (_, code, model, message) => {
    await expect(loadModel(model() as ModelSource, loadOptions())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  it.each(['../secret', '..', '.', '', '/etc/hostname', 'x/../../secret'])('the file "%s" is outside', async (file) => {
    const { readModel } = await loadModel(join(folder, 'model'), loadOptions())
    await expect(readModel(file)).rejects.toMatchObject({ code: 'model-manifest' })
  })

  it('the file of the model is missing', async () => {
    const { readModel } = await loadModel(tiny, loadOptions())
    await expect(readModel('other.onnx')).rejects.toMatchObject({ code: 'model-not-found' })
  })

  it('an aborted signal', async () => {
    await expect(loadModel(tiny, loadOptions({ signal: AbortSignal.abort('enough') }))).rejects.toMatchObject({
      code: 'aborted',
      cause: 'enough',
    })
  })
})
