// Descriptions of saved models and their weight files in; whole artifacts, or the error that names what is wrong, out.
import { describe, expect, it } from 'vitest'
import { readSavedModel } from './read-saved-model'

const weights = [
  { name: 'a/kernel', shape: [2, 3], dtype: 'float32' },
  { name: 'a/small', shape: [5], dtype: 'float32', quantization: { dtype: 'uint8' } },
  { name: 'a/half', shape: [2], dtype: 'float32', quantization: { dtype: 'float16' } },
  { name: 'a/scalar', shape: [], dtype: 'int32' },
]
const whole = Uint8Array.from({ length: 24 + 5 + 4 + 4 }, (_, index) => index)
const topology = { class_name: 'Sequential', config: {} }
const valid = { format: 'layers-model', modelTopology: topology, weightsManifest: [{ paths: ['w.bin'], weights }] }
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Name and calls of layers; the first is the input. */
const withCalls = (calls: readonly [string, unknown[]][]) => ({ ...valid, modelTopology: { config: {
  layers: calls.map(([name, nodes], i) => ({ name, class_name: i === 0 ? 'InputLayer' : 'Add', inbound_nodes: nodes })) } } })

function read(description: unknown, files: Readonly<Record<string, Uint8Array>> = { 'w.bin': whole }) {
  const bytes = description instanceof Uint8Array ? description : json(description)
  return readSavedModel('m/model.json', bytes, async (path) => {
    if (files[path] === undefined) throw new Error('ENOENT: no such file')
    return files[path]
  })
}

describe('readSavedModel', () => {
  it('joins topology and weights', async () => {
    const { modelTopology, weightSpecs, weightData } = await read(valid)
    expect(modelTopology).toEqual(topology)
    expect(weightSpecs).toEqual(weights)
    expect(new Uint8Array(weightData)).toEqual(whole)
  })

  it('takes calls in any order, of shared layers, and of models inside', async () => {
    const description = withCalls([['a', []], ['last', [[['shared', 1, 0, {}]]]], ['shared', [[['a', 0, 0, {}]], [['shared', 0, 0, {}]]]]])
    expect((await read(description)).modelTopology).toEqual(description.modelTopology)
  })

  it('joins several files, and several groups, in their order', async () => {
    const weightsManifest = [
      { paths: ['1.bin', '2.bin'], weights: weights.slice(0, 1) },
      { paths: ['3.bin'], weights: weights.slice(1) },
    ]
    const files = { '1.bin': whole.slice(0, 7), '2.bin': whole.slice(7, 24), '3.bin': whole.slice(24) }
    const { weightData, weightSpecs } = await read({ ...valid, weightsManifest }, files)
    expect(new Uint8Array(weightData)).toEqual(whole)
    expect(weightSpecs).toEqual(weights)
  })

  it('copies: what a caller reuses of its buffers does not change the weights', async () => {
    const files = { 'w.bin': whole.slice() }
    const { weightData } = await read(valid, files)
    files['w.bin'].fill(0)
    expect(new Uint8Array(weightData)).toEqual(whole)
  })

  it.each<[string, unknown, RegExp]>([
    ['a graph model', { ...valid, modelTopology: { node: [], library: {} } }, /graph model.*\[file-invalid\]/],
    ['one that says so', { ...valid, format: 'graph-model' }, /graph model.*\[file-invalid\]/],
    ['the config of a Keras 3 file', { module: 'keras', class_name: 'Functional', config: {} },
      /config\.json of a Keras file.*\[file-invalid\]/],
    ['no topology', { weightsManifest: [] }, /no modelTopology.*\[file-invalid\]/],
    ['weights alone', [{ paths: [], weights: [] }], /no object.*\[file-invalid\]/],
    ['no list of weights', { modelTopology: topology }, /weightsManifest.*\[file-invalid\]/],
    ['a list of something else', { ...valid, weightsManifest: [{ paths: 'w.bin' }] },
      /weightsManifest.*\[file-invalid\]/],
    ['text', new TextEncoder().encode('hello'), /no JSON.*\[file-invalid\]/],
    ['bytes that are no text', Uint8Array.from([0x7b, 0xff, 0xfe]), /no JSON.*\[file-invalid\]/],
    ['nothing', new Uint8Array(0), /is empty.*\[file-invalid\]/],
    ['a zip archive: a Keras 3 file renamed', Uint8Array.from([0x50, 0x4b, 3, 4, 9]),
      /zip.*tensorflowjs_converter.*\[file-invalid\]/],
    ['an HDF5 file', Uint8Array.from([0x89, 0x48, 0x44, 0x46, 13]),
      /HDF5.*tensorflowjs_converter.*\[file-invalid\]/],
    ['compressed bytes', Uint8Array.from([0x1f, 0x8b, 8]), /gzip.*\[file-invalid\]/],
    ['an HTML page', new TextEncoder().encode('  <!DOCTYPE html><p>404'), /HTML.*\[file-invalid\]/],
    ['weights elsewhere', { ...valid, weightsManifest: [{ paths: ['../w.bin'], weights }] },
      /outside of its folder.*\[file-invalid\]/],
    ['weights on a server', { ...valid, weightsManifest: [{ paths: ['https://a.b/w.bin'], weights }] },
      /outside of its folder/],
    ['weights by an absolute path', { ...valid, weightsManifest: [{ paths: ['/w.bin'], weights }] },
      /outside of its folder/],
    ['a layer that waits for one that is not there', withCalls([['a', []], ['b', [[['gone', 0, 0, {}]]]]]),
      /layer "b" waits for "gone", which is never computed.*\[file-invalid\]/],
    ['a layer that waits for itself', withCalls([['a', []], ['b', [[['a', 0, 0, {}], ['b', 0, 0, {}]]]]]), /layer "b" waits for "b"/],
    ['a layer that waits for a second call of another', withCalls([['a', []], ['b', [[['a', 1, 0, {}]]]]]), /waits for "a"/],
    ['a layer that is called on no layer', withCalls([['a', []], ['b', [['', 7]]]]), /layer "b" waits for "undefined"/],
    ['a layer that waits for one that is called on nothing', withCalls([['a', []], ['b', [[]]], ['c', [[['b', 0, 0, {}]]]]]),
      /layer "c" waits for "b"/],
    ['a model inside that waits', { ...valid, modelTopology: { config: { layers: [
      { name: 'inner', config: withCalls([['b', [[['gone', 0, 0, {}]]]]]).modelTopology, inbound_nodes: [] }] } } }, /waits for "gone"/],
    ['two layers of one name', withCalls([['a', []], ['a', []]]), /two layers "a".*\[file-invalid\]/],
    ['a list of weights that holds none', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [null] }] },
      /holds null, which describes no weight.*\[file-invalid\]/],
    ['a weight without a shape', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], shape: 'x' }] }] },
      /"a\/kernel".*describes no weight/],
    ['a weight of a negative size', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], shape: [-2, 3] }] }] },
      /"a\/kernel".*describes no weight/],
    ['a weight of half a size', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], shape: [2.5] }] }] },
      /"a\/kernel".*describes no weight/],
    ['a weight without a name', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], name: 7 }] }] },
      /describes no weight/],
    ['a quantisation that is none', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], quantization: null }] }] },
      /"a\/kernel".*describes no weight/],
    ['a weight twice', { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [weights[0], weights[0]] }] },
      /the weight "a\/kernel" twice.*\[file-invalid\]/],
    ['a weight file without a name', { ...valid, weightsManifest: [{ paths: [3], weights }] }, /no list of weights/],
    ['weights of text',
      { ...valid, weightsManifest: [{ paths: ['w.bin'], weights: [{ ...weights[0], dtype: 'string' }] }] },
      /"a\/kernel" is of type string.*\[file-invalid\]/],
  ])('refuses %s', async (_, description, message) => {
    await expect(read(description)).rejects.toThrow(message)
    await expect(read(description)).rejects.toThrow('"m/model.json"')
  })

  it.each([
    [0, '; the first that is not whole is "a/kernel"'], [24, '; the first that is not whole is "a/small"'],
    [36, '; the first that is not whole is "a/scalar"'], [38, ''],
  ])('refuses %i bytes of weights where 37 are needed', async (length, cut) => {
    const files = { 'w.bin': Uint8Array.from({ length }) }
    await expect(read(valid, files)).rejects.toThrow(`The weights of "m/model.json" are damaged: w.bin has ${length} bytes, `
      + `and its tensors need 37${cut}. Copy the files again. [file-damaged]`)
  })

  it('names the weight file that is missing', async () => {
    await expect(read(valid, {})).rejects.toThrow(/"w\.bin", which "m\/model\.json" names, cannot be read.*\[file-missing\]/)
  })
})
