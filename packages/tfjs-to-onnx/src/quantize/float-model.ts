// The bytes of a float model in; its graph to look at, and copies of it to change, out.
import { encodeModel } from '../encode-model'
import type { Graph } from '../graph'
import { decodeGraph } from '../onnx-file/decode-graph'
import { outputsOf } from '../value'
import type { Value } from '../value'

export class FloatModel {
  /** Not to be changed. */
  readonly graph: Graph
  readonly metadata: Readonly<Record<string, string>>

  constructor(readonly bytes: Uint8Array) {
    const { graph, metadata } = decodeGraph(bytes, 'the model')
    this.graph = graph
    this.metadata = metadata
  }

  copy(): Graph {
    return decodeGraph(this.bytes, 'the model').graph
  }

  /** The same model, which gives these inner tensors too. */
  withOutputs(values: readonly Value[]): Uint8Array {
    const graph = this.copy()
    const given = new Set([...graph.inputs, ...graph.outputs].map(({ name }) => name))
    const wanted = new Set(values.map(({ name }) => name).filter(name => !given.has(name)))
    graph.outputs.push(...graph.nodes.flatMap(outputsOf).filter(({ name }) => wanted.has(name)))
    return encodeModel(graph, this.metadata)
  }
}
