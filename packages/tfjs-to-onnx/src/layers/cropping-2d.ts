// A Cropping2D layer comes in; a Slice that leaves out the borders goes out.
import { physicalAxis } from '../channel-order'
import type { LayerContext } from '../layer-context'
import { perLogicalAxis, readDataFormat } from '../spatial-input'
import type { Value } from '../value'
import { addSlice } from '../slice-node'
import { readBorders } from './read-borders'

export function emitCropping2D(context: LayerContext): Value[] {
  const { config, inputs: [input], outputShapes: [shape] } = context
  const borders = perLogicalAxis(readBorders(config, 'cropping'), [0, 0], readDataFormat(config))
  const ranges = borders.flatMap(([begin, end], axis) =>
    begin === 0 && end === 0 ? [] : [{ axis: physicalAxis(input, axis), begin, cutFromEnd: end }])
  return [addSlice(context, input, ranges, shape)]
}
