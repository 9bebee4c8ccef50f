// A live container and its input values come in; every layer call is emitted once, in order; its outputs go out.
import { shapesOfCall } from './call-shapes'
import { ConversionError } from './conversion-error'
import { containerOf } from './live-model'
import type { LiveContainer, LiveLayer, LiveNode, LiveShape } from './live-model'
import type { Value } from './value'

export interface LayerCall {
  readonly layer: LiveLayer
  /** `<nested model>/<layer>`, or just the layer's name. */
  readonly path: string
  readonly inputs: readonly Value[]
  /** As tfjs counts them: null where a size is known only at run time. */
  readonly outputShapes: readonly LiveShape[]
}

export type EmitCall = (call: LayerCall) => readonly Value[]

/** A nested model is inlined: the same walk again, with its inputs bound and its name in front of every path. */
export function walkModel(
  container: LiveContainer,
  inputs: readonly Value[],
  prefix: string,
  emit: EmitCall,
): readonly Value[] {
  const walk = new ContainerWalk(prefix, emit)
  container.inputLayers.forEach((layer, i) => walk.bind(layer, container.inputLayersNodeIndices[i], inputs[i]))
  return container.outputLayers.map((layer, i) => {
    const outputs = walk.visit(layer, container.outputLayersNodeIndices[i])
    return outputs[container.outputLayersTensorIndices[i]]
  })
}

class ContainerWalk {
  readonly #values = new Map<LiveNode, readonly Value[]>()

  constructor(readonly prefix: string, readonly emit: EmitCall) {}

  bind(layer: LiveLayer, nodeIndex: number, value: Value): void {
    const node = layer.inboundNodes[nodeIndex]
    this.#values.set(node, this.#emitCall(layer, node, [value]))
  }

  visit(layer: LiveLayer, nodeIndex: number): readonly Value[] {
    const node = layer.inboundNodes[nodeIndex]
    const known = this.#values.get(node)
    if (known) return known
    const inputs = node.inboundLayers.map((inbound, i) =>
      this.visit(inbound, node.nodeIndices[i])[node.tensorIndices[i]])
    const outputs = this.#emitCall(layer, node, inputs)
    this.#values.set(node, outputs)
    return outputs
  }

  #emitCall(layer: LiveLayer, node: LiveNode, inputs: readonly Value[]): readonly Value[] {
    const path = this.prefix + layer.name
    refuseCallArguments(node, path)
    const inner = containerOf(layer)
    if (inner) return walkModel(inner, inputs, `${path}/`, this.emit)
    return this.emit({ layer, path, inputs, outputShapes: shapesOfCall(layer, node, path, inputs) })
  }
}

// For instance dropout.apply(x, { training: true }): random at inference, which ONNX must not imitate silently.
function refuseCallArguments(node: LiveNode, path: string): void {
  const passed = Object.entries(node.callArgs ?? {}).filter(([key, value]) =>
    value != null && value !== false && !isSymbolicState(key, node))
  if (passed.length === 0) return
  const key = passed[0][0]
  const message = `Cannot convert layer "${path}": it was applied with the call argument "${key}". Apply it without.`
  throw new ConversionError('layer-config-unsupported', message, { layer: path, key })
}

// tfjs notes the initial state of a recurrent layer a second time here; its tensors are further inputs of the node.
const isSymbolicState = (key: string, { inboundLayers }: LiveNode): boolean =>
  key === 'initialState' && inboundLayers.length > 1
