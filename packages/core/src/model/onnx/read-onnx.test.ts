// ONNX files, whole and damaged, in; what is known of them, or an error that names what is wrong, out.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  FLOAT,
  FLOAT16,
  floats,
  INT4,
  INT64,
  makeOnnx,
  node,
  sampleGraph,
  STRING,
  UINT8,
  valueInfo,
} from '../../../test/make-onnx'
import type { Graph, TensorInit } from '../../../test/make-onnx'
import { readOnnx } from './read-onnx'
import { DamagedMessage } from './read-protobuf'

const withTensor = (tensor: TensorInit, graph: Graph = {}) =>
  makeOnnx({ ...sampleGraph, initializer: [tensor], ...graph })

describe('readOnnx', () => {
  it('reads versions, inputs, outputs and the number of weights', () => {
    expect(readOnnx(makeOnnx())).toMatchObject({
      irVersion: 8,
      opset: 17,
      inputs: [{ name: 'image', type: 'float32', shape: ['N', 28, 28, 1] }],
      outputs: [
        { name: 'logits', type: 'float32', shape: ['N', 4], operator: 'MatMul' },
        { name: 'probabilities', shape: ['N', 4], operator: 'Softmax' },
        { name: 'embedding', shape: ['N', 2], operator: 'Identity' },
      ],
      parameters: 4,
      nodes: 3,
      external: [],
    })
  })

  it('reads the embedded kind of model in a few milliseconds', () => {
    const bytes = readFileSync(new URL('../../../../../models/fashion-small/model.onnx', import.meta.url))
    const begun = performance.now()
    const facts = readOnnx(bytes)
    expect(performance.now() - begun).toBeLessThan(100)
    expect(facts.inputs).toEqual([{ name: 'image', type: 'float32', shape: ['N', 28, 28, 1] }])
    expect(facts.parameters).toBeGreaterThan(10_000)
  })

  it('does not count as inputs what has an initial value', () => {
    const input = [valueInfo('image', ['N', 28, 28, 1]), valueInfo('weight', [1, 4])]
    expect(readOnnx(makeOnnx({ ...sampleGraph, input })).inputs.map(({ name }) => name)).toEqual(['image'])
  })

  it('knows open sizes and types that are no dense tensors', () => {
    const input = [
      valueInfo('image', null),
      valueInfo('half', [-1, 0, 3], FLOAT16),
      valueInfo('bytes', ['', 3], UINT8),
      { name: 'bare' },
      { name: 'list', type: { value: { case: 'sequenceType' as const, value: {} } } },
    ]
    expect(readOnnx(makeOnnx({ ...sampleGraph, input })).inputs).toEqual([
      { name: 'image', type: 'float32', shape: null },
      { name: 'half', type: 'float16', shape: [null, null, 3] },
      { name: 'bytes', type: 'uint8', shape: [null, 3] },
      { name: 'bare', type: 'unknown', shape: null },
      { name: 'list', type: 'sequence', shape: null },
    ])
  })

  it('names weights in other files with their place', () => {
    const externalData = [
      { key: 'location', value: 'weights.bin' },
      { key: 'offset', value: '64' },
      { key: 'length', value: '16' },
    ]
    const tensor = { name: 'weight', dataType: FLOAT, dims: [1n, 4n], dataLocation: 1, externalData }
    expect(readOnnx(withTensor(tensor))).toMatchObject({
      parameters: 4,
      external: [{ name: 'weight', location: 'weights.bin', offset: 64, length: 16, bytes: 16 }],
    })
  })

  it.each<[string, TensorInit]>([
    ['floats of their own field', { dataType: FLOAT, dims: [2n, 2n], floatData: [1, 2, 3, 4] }],
    ['integers of their own field', { dataType: INT64, dims: [3n], int64Data: [1n, -2n, 300n] }],
    ['halves in int32', { dataType: FLOAT16, dims: [2n], int32Data: [15360, 1] }],
    ['nibbles', { dataType: INT4, dims: [3n], rawData: Uint8Array.of(1, 2) }],
    ['nibbles in int32', { dataType: INT4, dims: [3n], int32Data: [1, 2] }],
    ['texts', { dataType: STRING, dims: [1n], stringData: [Uint8Array.of(65)] }],
    ['a number without dimensions', { dataType: FLOAT, floatData: [1] }],
    ['nothing', { dataType: FLOAT, dims: [0n, 3n] }],
  ])('takes %s', (_, tensor) => {
    expect(() => readOnnx(withTensor(tensor))).not.toThrow()
  })

  it.each<[RegExp, TensorInit]>([
    [/has 12 bytes of data, and its shape needs 16/, { ...floats('w', [1, 2, 3]), dims: [1n, 4n] }],
    [/has 20 bytes of data, and its shape needs 16/, { ...floats('w', [1, 2, 3, 4, 5]), dims: [1n, 4n] }],
    [/has 0 values of data, and its shape needs 4/, { name: 'w', dataType: FLOAT, dims: [4n] }],
    [/has 3 values of data, and its shape needs 4/, { dataType: FLOAT, dims: [4n], floatData: [1, 2, 3] }],
    [/has 2 values of data, and its shape needs 3/, { dataType: INT64, dims: [3n], int64Data: [1n, 2n] }],
    [/the shape \[-1, 4\]/, { ...floats('w', [1]), dims: [-1n, 4n] }],
    [/the shape \[4294967296, 4294967296\]/, { ...floats('w', [1]), dims: [2n ** 32n, 2n ** 32n] }],
    [/the unknown type 99/, { dataType: 99 }],
    [/the unknown type 0/, { name: 'w' }],
    [/cut into segments/, { ...floats('w', [1]), segment: { begin: 0n, end: 1n } }],
    [/lies in a file without a name/, { dataType: FLOAT, dims: [1n], dataLocation: 1 }],
    [
      /lies at "-1" of a file/,
      {
        dataType: FLOAT,
        dims: [1n],
        dataLocation: 1,
        externalData: [
          { key: 'location', value: 'a' },
          { key: 'offset', value: '-1' },
        ],
      },
    ],
    [
      /takes 8 bytes of "a", and its shape needs 4/,
      {
        dataType: FLOAT,
        dims: [1n],
        dataLocation: 1,
        externalData: [
          { key: 'location', value: 'a' },
          { key: 'length', value: '8' },
        ],
      },
    ],
  ])('refuses a tensor: %s', (message, tensor) => {
    expect(() => readOnnx(withTensor(tensor))).toThrow(message)
    expect(() => readOnnx(withTensor(tensor))).toThrow(DamagedMessage)
    // The same within a node.
    const constant = node('Constant', [], ['weight'], [{ name: 'value', t: tensor }])
    expect(() => readOnnx(makeOnnx({ ...sampleGraph, node: [constant] }))).toThrow(message)
  })

  it('refuses weights of a node in another file', () => {
    const tensor = {
      dataType: FLOAT,
      dims: [1n],
      dataLocation: 1,
      externalData: [{ key: 'location', value: '/etc/passwd' }],
    }
    const constant = node('Constant', [], ['weight'], [{ name: 'value', t: tensor }])
    expect(() => readOnnx(makeOnnx({ ...sampleGraph, node: [constant] }))).toThrow(/lies in the file "\/etc\/passwd"/)
    const branch = node('If', ['image'], ['logits'], [{ name: 'then_branch', g: { initializer: [tensor] } }])
    expect(() => readOnnx(makeOnnx({ ...sampleGraph, node: [branch] }))).toThrow(/lies in the file "\/etc\/passwd"/)
  })

  it('refuses graphs that lie too deep in each other', () => {
    const nest = (depth: number): Graph => ({
      node:
        depth === 0
          ? [node('Relu', ['a'], ['b'])]
          : [node('If', ['a'], ['b'], [{ name: 'then_branch', g: nest(depth - 1) }])],
    })
    expect(() => readOnnx(makeOnnx(nest(16)))).not.toThrow()
    expect(() => readOnnx(makeOnnx(nest(17)))).toThrow(/more than 16 deep/)
  })

  it.each<[string, RegExp, () => Uint8Array]>([
    ['no graph', /no graph/, () => Uint8Array.of(8, 8)],
    ['two graphs', /field 7 2 times/, () => Uint8Array.from([...makeOnnx(), ...makeOnnx()])],
    ['a node without operator', /no operator/, () => makeOnnx({ ...sampleGraph, node: [node('', ['a'], ['b'])] })],
    [
      'a name that is too long',
      /a name of 5000 bytes/,
      () => makeOnnx({ ...sampleGraph, node: [node('x'.repeat(5000), [], [])] }),
    ],
    ['an input without name', /has no name/, () => makeOnnx({ ...sampleGraph, input: [valueInfo('', [1])] })],
    ['a field of the wrong kind', /not of its kind/, () => Uint8Array.of(0x38, 1)],
  ])('refuses %s', (_, message, bytes) => {
    expect(() => readOnnx(bytes())).toThrow(message)
  })

  it('refuses the file cut at every byte, and never with another error', () => {
    const bytes = makeOnnx()
    for (let length = 0; length < bytes.length; length++) {
      // A cut between two whole fields of the model leaves a smaller model.
      try {
        readOnnx(bytes.subarray(0, length))
      } catch (error) {
        expect(error, String(length)).toBeInstanceOf(DamagedMessage)
      }
    }
    expect(() => readOnnx(bytes.subarray(0, bytes.length - 40))).toThrow(/bytes behind its message/)
  })

  it('survives every single wrong byte: facts, or the one error', () => {
    const bytes = makeOnnx()
    let refused = 0
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const wrong = Uint8Array.from(bytes)
        wrong[at] = value
        try {
          readOnnx(wrong)
        } catch (error) {
          refused++
          if (!(error instanceof DamagedMessage)) throw error
        }
      }
    }
    expect(refused).toBeGreaterThan(bytes.length)
  })
})
