// An UpSampling2D layer comes in; a Resize by whole factors without half-pixel centres goes out.
import { text } from '../attribute'
import type { LayerContext } from '../layer-context'
import { readSpatialInput } from '../spatial-input'
import { absent } from '../value'
import type { Value } from '../value'

export function emitUpSampling2D(context: LayerContext): Value[] {
  const { layer, graph, config, outputShapes: [shape], meet } = context
  const interpolation = config.string('interpolation')
  if (interpolation !== 'nearest' && interpolation !== 'bilinear') {
    throw config.refuse('interpolation', 'only nearest and bilinear exist')
  }
  if (interpolation === 'bilinear') meet('up-sampling-bilinear')
  const factors = config.numbers('size', 2)
  if (!factors.every(factor => Number.isInteger(factor) && factor > 0)) {
    throw config.refuse('size', 'only whole factors above 0 are supported')
  }
  const { value, order } = readSpatialInput(context)
  const scales = graph.addConstant(`${layer}/scales`, 'float32', [1, 1, ...factors], [4])
  return [graph.addNode({
    operator: 'Resize',
    layer,
    inputs: [value, absent, scales],
    shape,
    order,
    attributes: {
      coordinate_transformation_mode: text('asymmetric'),
      mode: text(interpolation === 'nearest' ? 'nearest' : 'linear'),
      nearest_mode: text('floor'),
    },
  })]
}
