// Folders in memory, complete and not, in; the file of each dtype, or errors that say what is missing, out.
import { describe, expect, it } from 'vitest'
import { makeOnnx, sampleGraph, valueInfo } from '../../../test/make-onnx'
import type { LoadModelOptions } from '../load-model-options'
import { openModelFolder } from '../open-model-folder'
import { memoryFolder } from '../../../test/memory-folder'

const text = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))
const model = (producerName: string) =>
  makeOnnx(
    { ...sampleGraph, input: [valueInfo('pixel_values', ['N', 3, 8, 8])], output: [valueInfo('logits', ['N', 2])] },
    { producerName },
  )

const preprocessor = { size: 8, image_mean: 0.5, image_std: 0.5 }
const complete = {
  'config.json': text({ id2label: { 0: 'a', 1: 'b' } }),
  'preprocessor_config.json': text(preprocessor),
  'onnx/model.onnx': model('fp32'),
}

const open = (files: Record<string, Uint8Array>, changes: Partial<LoadModelOptions> = {}) =>
  openModelFolder(memoryFolder(files, 'place/vit'), async () => 'ab'.repeat(32), {
    dtype: 'fp32',
    fetch: undefined,
    cache: undefined,
    integrity: undefined,
    maxModelBytes: 5000,
    timeout: 1,
    ...changes,
  })

describe('a folder without manifest.json', () => {
  it('is read by its config.json', async () => {
    const files = await open(complete)
    expect(files.manifest).toMatchObject({ name: 'vit', labels: ['a', 'b'], file: 'onnx/model.onnx', dtype: 'fp32' })
    expect(await files.readModel('onnx/model.onnx')).toEqual(model('fp32'))
  })

  it.each([
    ['fp32', 'onnx/model.onnx'],
    ['fp32', 'model.onnx'],
    ['fp16', 'onnx/model_fp16.onnx'],
    ['fp16', 'model_fp16.onnx'],
    ['int8', 'onnx/model_int8.onnx'],
    ['int8', 'onnx/model_quantized.onnx'],
    ['int8', 'onnx/model_uint8.onnx'],
    ['int8', 'model_quantized.onnx'],
  ] as const)('%s is %s', async (dtype, path) => {
    const { 'onnx/model.onnx': _, ...others } = complete
    const files = await open({ ...others, [path]: model(path) }, { dtype })
    expect(files.manifest).toMatchObject({ file: path, dtype })
    expect(await files.readModel(path)).toEqual(model(path))
  })

  it('names the dtypes that it has', async () => {
    const all = { ...complete, 'model_uint8.onnx': model('x') }
    await expect(open(all, { dtype: 'fp16' })).rejects.toMatchObject({
      code: 'option-invalid',
      message: expect.stringContaining("no file of dtype 'fp16'; it has 'fp32', 'int8'") as string,
    })
  })

  it.each<[string, string, RegExp]>([
    ['onnx/model.onnx', 'model-not-found', /no ONNX file \(looked for onnx\/model.onnx, model.onnx\)/],
    ['preprocessor_config.json', 'model-not-found', /no preprocessor_config.json/],
    ['config.json', 'model-manifest', /nothing in "place\/vit"/],
  ])('without %s: %s', async (missing, code, message) => {
    const files = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== missing))
    await expect(open(files)).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string })
  })

  it.each<[string, Uint8Array, string, RegExp]>([
    ['config.json', text('x').subarray(1), 'model-manifest', /config.json of "place\/vit" is no JSON/],
    ['preprocessor_config.json', new TextEncoder().encode('<html>'), 'model-manifest', /a web page/],
    ['onnx/model.onnx', new TextEncoder().encode('<html>'), 'model-invalid', /a web page/],
    ['onnx/model.onnx', model('x'.repeat(6000)), 'model-unsupported', /maxModelBytes/],
  ])('with a damaged %s', async (name, bytes, code, message) => {
    await expect(open({ ...complete, [name]: bytes })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
  })

  it('needs a digest for each file, and checks those', async () => {
    await expect(open(complete, { integrity: `sha256-${'ab'.repeat(32)}` })).rejects.toMatchObject({
      code: 'option-invalid',
      message: expect.stringContaining("'onnx/model.onnx'") as string,
    })
    const right = { 'onnx/model.onnx': `sha256-${'ab'.repeat(32)}` }
    expect(await open(complete, { integrity: right })).toMatchObject({ manifest: { name: 'vit' } })
    const wrong = { 'config.json': `sha256-${'cd'.repeat(32)}` }
    await expect(open(complete, { integrity: wrong })).rejects.toMatchObject({ code: 'model-integrity' })
  })
})

describe('a folder with manifest.json', () => {
  it('is read by that, whatever else is in it', async () => {
    const manifest = { name: 'own', file: 'model.onnx' }
    const files = await open({ ...complete, 'manifest.json': text(manifest) })
    expect(files.manifest).toEqual(manifest)
    await expect(files.readModel('other.onnx')).rejects.toMatchObject({ code: 'model-not-found' })
  })

  it('with a byte order mark is read, with a web page in its place is refused', async () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...text({ name: 'own' })])
    expect((await open({ 'manifest.json': marked })).manifest).toEqual({ name: 'own' })
    const page = new TextEncoder().encode('<!DOCTYPE html>')
    await expect(open({ 'manifest.json': page })).rejects.toMatchObject({ code: 'model-manifest' })
  })
})
