// A RepeatVector layer comes in; an Unsqueeze and a Tile to [N, n, features] go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitRepeatVector({ layer, graph, config, inputs: [input], outputShapes }: LayerContext): Value[] {
  const axes = graph.addConstant(`${layer}/axes`, 'int64', [1], [1])
  const repeats = graph.addConstant(`${layer}/repeats`, 'int64', [1, config.number('n'), 1], [3])
  const shape = [input.shape[0], 1, input.shape[1]]
  const row = graph.addNode({ operator: 'Unsqueeze', layer, inputs: [input, axes], shape })
  return [graph.addNode({ operator: 'Tile', layer, inputs: [row, repeats], shape: outputShapes[0] })]
}
