// A decoded graph in; how many numbers its constants hold, and the bytes they take up, out.
import type { GraphProto, NodeProto, TensorProto } from '../generated/onnx_pb'
import { sizeOf } from '../onnx-file/read-tensor'
import { tensorType } from '../onnx-file/tensor-types'

export interface ParameterCount {
  readonly parameters: number
  readonly parameterBytes: number
}

/** int64 and bool constants are shapes, axes and switches. */
const settings: ReadonlySet<string> = new Set(['int64', 'bool', 'string'])

export function countParameters(graph: GraphProto): ParameterCount {
  const inserted = scalesAndZeroPoints(graph)
  const weights = graph.initializer.filter(({ name, dims, dataType }) =>
    dims.length > 0 && !inserted.has(name) && !settings.has(tensorType(dataType).name))
  return {
    parameters: weights.reduce((sum, weight) => sum + sizeOf(weight), 0),
    parameterBytes: weights.reduce((sum, weight) =>
      sum + Math.ceil(sizeOf(weight) * tensorType(weight.dataType).bits / 8), 0),
  }
}

function scalesAndZeroPoints({ node, initializer }: GraphProto): Set<string> {
  const quantizing = node.filter(({ opType }) => opType === 'QuantizeLinear' || opType === 'DequantizeLinear')
  const resizing = node.filter(({ opType }) => opType === 'Resize')
  return new Set([...quantizing, ...resizing, ...widening(node, initializer)].flatMap(({ input }) => input.slice(1)))
}

/** The products of a kernel of bytes, cast to float, with its scales. */
function widening(nodes: readonly NodeProto[], initializers: readonly TensorProto[]): NodeProto[] {
  const bytes = new Set(initializers.filter(({ dataType }) => tensorType(dataType).name === 'int8').map(({ name }) => name))
  const cast = new Set(nodes.filter(({ opType, input }) => opType === 'Cast' && bytes.has(input[0])).flatMap(({ output }) => output))
  return nodes.filter(({ opType, input }) => opType === 'Mul' && cast.has(input[0]))
}
