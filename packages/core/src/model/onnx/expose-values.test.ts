// A file and names of inner values in; checked with another reader is what the file then gives out.
import { fromBinary } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { ModelProtoSchema } from '../../../../tfjs-to-onnx/src/generated/onnx_pb'
import { makeOnnx, sampleGraph } from '../../../test/make-onnx'
import { exposeValues } from './expose-values'
import { listNodes } from './list-nodes'
import { readOnnx } from './read-onnx'

const file = makeOnnx(sampleGraph)

describe('exposeValues', () => {
  it('adds outputs behind those of the file and changes nothing else', () => {
    const names = ['relu', 'kernel/größe', 'x'.repeat(300)]
    const { graph, ...model } = fromBinary(ModelProtoSchema, exposeValues(file, names))
    const { graph: before, ...modelBefore } = fromBinary(ModelProtoSchema, file)
    expect(graph?.output.map(({ name }) => name)).toEqual(['logits', 'probabilities', 'embedding', ...names])
    expect({ ...graph, output: [] }).toEqual({ ...before, output: [] })
    expect(model).toEqual(modelBefore)
  })

  it('leaves a file alone of which nothing is wanted', () => {
    expect(fromBinary(ModelProtoSchema, exposeValues(file, []))).toEqual(fromBinary(ModelProtoSchema, file))
  })
})

describe('listNodes', () => {
  it('gives operators, values, whole numbers and weights', () => {
    const gemm = {
      opType: 'Gemm',
      input: ['image', 'weight', ''],
      output: ['logits'],
      attribute: [
        { name: 'transB', i: 1n },
        { name: 'alpha', f: 2 },
      ],
    }
    const bytes = makeOnnx({ ...sampleGraph, node: [gemm] })
    expect(listNodes(bytes, readOnnx(bytes).graph)).toEqual({
      nodes: [{ operator: 'Gemm', inputs: ['image', 'weight', ''], outputs: ['logits'], integers: { transB: 1 } }],
      weights: new Set(['weight']),
    })
  })
})
