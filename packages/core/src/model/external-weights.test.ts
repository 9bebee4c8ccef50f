// Models that keep weights beside themselves in; one file with everything inside, or typed errors, out.
import { describe, expect, it } from 'vitest'
import { external, FLOAT, floats, makeOnnx, sampleGraph } from '../../test/make-onnx'
import type { TensorInit } from '../../test/make-onnx'
import { withExternalWeights } from './external-weights'
import { readOnnx } from './onnx/read-onnx'

const outside = (name: string, dims: bigint[], entries: Record<string, string>): TensorInit => ({
  name,
  dims,
  dataType: FLOAT,
  dataLocation: external,
  externalData: Object.entries(entries).map(([key, value]) => ({ key, value })),
})

const bytesOf = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer)
const weights = bytesOf(9, 9, 1, 2, 3, 4, 5, 6)

const load = (initializer: TensorInit[], files: Record<string, Uint8Array>, file = 'model.onnx', maxBytes = 1000) => {
  const asked: string[] = []
  const bytes = makeOnnx({ ...sampleGraph, initializer })
  const readExternalData = async (path: string) => {
    asked.push(path)
    if (!files[path]) throw new Error('gone')
    return files[path]
  }
  return withExternalWeights(bytes, readOnnx(bytes), file, { readExternalData }, maxBytes).then((whole) => ({
    whole,
    asked,
  }))
}

describe('withExternalWeights', () => {
  it('puts each tensor into the file, byte for byte what it would be if it had never been outside', async () => {
    const { whole, asked } = await load(
      [
        outside('a', [2n, 2n], { location: 'w.bin', offset: '8', length: '16' }),
        floats('b', [7]),
        outside('c', [2n], { location: 'w.bin', offset: '24' }),
        outside('d', [1n], { location: './v.bin' }),
      ],
      { 'w.bin': weights, 'v.bin': bytesOf(8) },
    )
    const inside = makeOnnx({
      ...sampleGraph,
      initializer: [floats('a', [1, 2, 3, 4], [2, 2]), floats('b', [7]), floats('c', [5, 6]), floats('d', [8])],
    })
    expect(readOnnx(whole)).toMatchObject({ external: [], parameters: 8 })
    expect(whole.length).toBe(inside.length)
    expect(Array.from(whole).sort()).toEqual(Array.from(inside).sort())
    expect(asked).toEqual(['w.bin', 'v.bin'])
  })

  it('looks in the folder of the ONNX file', async () => {
    const tensor = outside('a', [2n], { location: 'sub/w.bin' })
    expect((await load([tensor], { 'onnx/sub/w.bin': weights }, 'onnx/model.onnx')).asked).toEqual(['onnx/sub/w.bin'])
  })

  it('gives a file without such weights back as it is', async () => {
    const bytes = makeOnnx()
    expect(await withExternalWeights(bytes, readOnnx(bytes), 'model.onnx', {}, 9)).toBe(bytes)
  })

  it.each(['../w.bin', '/etc/passwd', 'a/../../w.bin', 'C:\\w.bin', '..', 'https://example.com/w.bin', '\\\\host\\w'])(
    'refuses %s',
    async (location) => {
      await expect(load([outside('a', [2n], { location })], { [location]: weights })).rejects.toMatchObject({
        code: 'model-unsupported',
        message: expect.stringContaining(JSON.stringify(location)) as string,
      })
    },
  )

  it('refuses weights of a model without a folder', async () => {
    const bytes = makeOnnx({ ...sampleGraph, initializer: [outside('a', [2n], { location: 'w.bin' })] })
    await expect(withExternalWeights(bytes, readOnnx(bytes), 'model.onnx', {}, 9)).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining('without a folder') as string,
    })
  })

  it.each<[string, string, RegExp, Record<string, Uint8Array>]>([
    ['missing', 'model-not-found', /weights "w.bin" of model.onnx could not be read: gone/, {}],
    ['too short', 'model-invalid', /"a" needs 8 bytes of "w.bin", which has 4/, { 'w.bin': bytesOf(1) }],
    ['too large', 'model-unsupported', /maxModelBytes/, { 'w.bin': new Uint8Array(1001) }],
  ])('weights that are %s: %s', async (_, code, message, files) => {
    await expect(load([outside('a', [2n], { location: 'w.bin' })], files)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
  })
})
