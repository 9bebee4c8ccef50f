// A ZeroPadding2D layer comes in; a Pad with zeros around height and width goes out.
import { toPhysicalAxes } from '../channel-order'
import type { LayerConfig } from '../layer-config'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitZeroPadding2D({ layer, graph, config, inputs: [input], outputShapes }: LayerContext): Value[] {
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const [height, width] = readPadding(config)
  const pads = toPhysicalAxes([[0, 0], height, width, [0, 0]], input.order)
  const beginsThenEnds = [...pads.map(([begin]) => begin), ...pads.map(([, end]) => end)]
  const inputs = [
    input,
    graph.addConstant(`${layer}/pads`, 'int64', beginsThenEnds, [beginsThenEnds.length]),
    graph.addConstant(`${layer}/zero`, 'float32', [0]),
  ]
  return [graph.addNode({ operator: 'Pad', layer, inputs, shape: outputShapes[0], order: input.order })]
}

// [[top, bottom], [left, right]]
function readPadding(config: LayerConfig): number[][] {
  const padding = config.optional('padding')
  const isPair = (pair: unknown): pair is number[] =>
    Array.isArray(pair) && pair.length === 2 && pair.every(size => Number.isInteger(size) && size >= 0)
  if (!Array.isArray(padding) || padding.length !== 2 || !padding.every(isPair)) {
    throw config.refuse('padding', 'is not [[top, bottom], [left, right]]')
  }
  return padding
}
