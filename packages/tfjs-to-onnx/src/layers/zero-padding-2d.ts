// A ZeroPadding2D layer comes in; a Pad with zeros around height and width goes out.
import { toPhysicalAxes } from '../channel-order'
import type { LayerContext } from '../layer-context'
import { perLogicalAxis, readDataFormat } from '../spatial-input'
import type { Value } from '../value'
import { readBorders } from './read-borders'

export function emitZeroPadding2D({ layer, graph, config, inputs: [input], outputShapes }: LayerContext): Value[] {
  const borders = perLogicalAxis(readBorders(config, 'padding'), [0, 0], readDataFormat(config))
  const pads = toPhysicalAxes(borders, input.order)
  const beginsThenEnds = [...pads.map(([begin]) => begin), ...pads.map(([, end]) => end)]
  const inputs = [
    input,
    graph.addConstant(`${layer}/pads`, 'int64', beginsThenEnds, [beginsThenEnds.length]),
    graph.addConstant(`${layer}/zero`, 'float32', [0]),
  ]
  return [graph.addNode({ operator: 'Pad', layer, inputs, shape: outputShapes[0], order: input.order })]
}
