// A TimeDistributed layer comes in; its inner layer, applied to all steps of all items as one large batch, goes out.
import { ConversionError } from '../conversion-error'
import type { LayerContext } from '../layer-context'
import { innerLayersOf } from '../live-model'
import { unknownSize } from '../value'
import type { Dimension, Shape, Value } from '../value'

// Layers that treat every vector, or every number, alike: the axis of time makes no difference to them.
const timeless = new Set(['Dense', 'Activation', 'ReLU', 'LeakyReLU', 'ELU', 'ThresholdedReLU', 'Dropout'])

export function emitTimeDistributed(context: LayerContext): Value[] {
  const { live, config, orders, inputs: [input], outputShapes: [shape] } = context
  config.ignore('layer')
  const [inner] = innerLayersOf(live)
  if (timeless.has(inner.getClassName())) return onlyOutput(context, context.emitInner(inner, input))
  const [batch, time, ...rest] = input.shape
  const merged = [multiply(batch, time), ...rest]
  const steps = reshape(context, orders.toLogical(input), [-1, ...rest], merged)
  const [output] = onlyOutput(context, context.emitInner(inner, steps))
  return [reshape(context, orders.toLogical(output), [-1, time, ...output.shape.slice(1)], shape)]
}

function onlyOutput({ config }: LayerContext, outputs: readonly Value[]): Value[] {
  if (outputs.length === 1) return [...outputs]
  throw config.refuse('layer', `it has ${outputs.length} outputs, and tfjs takes only one`)
}

function reshape({ layer, graph }: LayerContext, value: Value, target: readonly Dimension[], shape: Shape): Value {
  const sizes = target.map((size) => {
    if (typeof size === 'number') return size
    const message = `Cannot convert layer "${layer}": the number of steps and the sizes of a step are null. `
      + 'Give the model an input shape whose sizes are known but the batch.'
    throw new ConversionError('dimension-unknown', message, { layer, key: 'layer' })
  })
  const constant = graph.addConstant(`${layer}/shape`, 'int64', sizes, [sizes.length])
  return graph.addNode({ operator: 'Reshape', layer, inputs: [value, constant], shape })
}

const multiply = (batch: Dimension, time: Dimension): Dimension =>
  typeof batch === 'number' && typeof time === 'number' ? batch * time : unknownSize
