// A picture of the input's size in, the float32 values that the model takes out.
import type { ModelInput } from '../manifest'
import type { OpaqueImage } from './opaque-image'
import { fillTensor, unitValues } from './unit-tensor'

type TensorInput = Pick<ModelInput, 'layout' | 'channels' | 'range' | 'normalization'>

/** What each of the 256 levels becomes, by channel. Calculated once for each model. */
const knownTables = new WeakMap<TensorInput, readonly Float32Array[]>()

/** [height, width, channels] or [channels, height, width], as the input's layout says. */
export function toTensor({ data }: OpaqueImage, input: TensorInput): Float32Array {
  const tables = tablesOf(input)
  const tensor = new Float32Array(data.length)
  if (input.channels === 1) return fillTensor(tensor, data, tables[0])
  const pixels = data.length / input.channels
  const [channelStep, pixelStep] = input.layout === 'NCHW' ? [pixels, 1] : [1, input.channels]
  tables.forEach((table, channel) => {
    let to = channel * channelStep
    for (let from = channel; from < data.length; from += input.channels, to += pixelStep) tensor[to] = table[data[from]]
  })
  return tensor
}

function tablesOf(input: TensorInput): readonly Float32Array[] {
  const known = knownTables.get(input)
  if (known) return known
  const tables = Array.from({ length: input.channels }, (_, channel) => tableOf(input, channel))
  knownTables.set(input, tables)
  return tables
}

/** In single precision at each step, as numpy does it: so a table has the very bits that the model was trained with. */
function tableOf({ range: [low, high], normalization }: TensorInput, channel: number): Float32Array {
  const isUnit = low === 0 && high === 1
  const scaled = isUnit ? unitValues
    : Float32Array.from({ length: 256 }, (_, value) => Math.fround(low + value / 255 * (high - low)))
  if (normalization.applied === 'in-graph') return scaled
  const mean = Math.fround(ofChannel(normalization.value.mean, channel))
  const std = Math.fround(ofChannel(normalization.value.std, channel))
  return scaled.map((value) => Math.fround(Math.fround(value - mean) / std))
}

const ofChannel = (value: number | readonly number[], channel: number): number =>
  typeof value === 'number' ? value : value[channel]
