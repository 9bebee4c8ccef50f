// A Bidirectional layer comes in; the nodes of both directions, and their outputs merged as the layer says, go out.
import { int } from '../attribute'
import { ElementWise } from '../element-wise'
import { LayerConfig } from '../layer-config'
import type { LayerContext } from '../layer-context'
import { innerLayersOf } from '../live-model'
import type { LiveLayer } from '../live-model'
import type { Value } from '../value'
import { emitRecurrence, presentSteps, readRecurrence, swapBatchAndTime } from './recurrence'
import type { Recurrence } from './recurrence'

export function emitBidirectional(context: LayerContext): Value[] {
  const { layer, live, config, orders, inputs: [input, ...initialStates] } = context
  config.ignore('layer') // read from the two copies that the layer works on
  const [forward, backward] = innerLayersOf(live).map(inner => readDirection(context, inner))
  const sequence = swapBatchAndTime(context, layer, orders.toLogical(input))
  const half = initialStates.length / 2
  const first = emitRecurrence(context, forward, sequence, initialStates.slice(0, half))
  const second = emitRecurrence(context, backward, sequence, initialStates.slice(half))
  const outputs = forward.returnSequences
    ? [
        presentSteps(context, forward.path, first.steps, forward.goBackwards),
        // tfjs turns the steps of the second direction round once more, into the order of time.
        presentSteps(context, backward.path, second.steps, !backward.goBackwards),
      ]
    : [first.states[0], second.states[0]]
  const merged = merge(context, outputs[0], outputs[1])
  return forward.returnState ? [...merged, ...first.states, ...second.states] : merged
}

function readDirection(context: LayerContext, inner: LiveLayer): Recurrence {
  const config = LayerConfig.of(inner, context.layer)
  const recurrence = readRecurrence(context, inner, config, `${context.layer}/${inner.name}`)
  config.assertAllRead()
  return recurrence
}

function merge(context: LayerContext, forward: Value, backward: Value): Value[] {
  const { layer, graph, config, outputShapes: [shape] } = context
  const math = new ElementWise(graph, layer, forward)
  const mode = config.optional('mergeMode')
  switch (mode) {
    case undefined:
      return [forward, backward]
    case 'concat': {
      const attributes = { axis: int(forward.shape.length - 1) }
      return [graph.addNode({ operator: 'Concat', layer, inputs: [forward, backward], shape, attributes })]
    }
    case 'sum':
      return [math.node('Add', [forward, backward])]
    case 'mul':
      return [math.node('Mul', [forward, backward])]
    case 'ave':
      return [math.node('Mul', [math.node('Add', [forward, backward]), math.number(0.5)])]
    default:
      throw config.refuse('mergeMode', 'is not concat, sum, mul, ave or null')
  }
}
