// A picture of the input's size in, the float32 values that the model takes out.
import type { ModelInput } from '../manifest'
import type { OpaqueImage } from './opaque-image'
import { unitValues } from './unit-tensor'

type TensorInput = Pick<ModelInput, 'layout' | 'channels' | 'range' | 'normalization'>

/** What each of the 256 levels becomes, by channel. Calculated once for each model. */
const knownTables = new WeakMap<TensorInput, readonly Float32Array[]>()

/**
 * [height, width, channels] or [channels, height, width], as the input's layout says.
 * @param tensor where to write them; default: memory of its own
 */
export function toTensor(
  { data }: OpaqueImage,
  input: TensorInput,
  tensor: Float32Array = new Float32Array(data.length),
): Float32Array {
  const tables = tablesOf(input)
  if (input.channels === 1) return fillTensor(tensor, data, tables[0])
  return fillColours(tensor, data, tables, input.layout === 'NCHW' ? [data.length / 3, 1] : [1, 3])
}

/** One pass over the picture, as it lies in memory. */
function fillColours(
  tensor: Float32Array,
  data: OpaqueImage['data'],
  [red, green, blue]: readonly Float32Array[],
  [channelStep, pixelStep]: readonly [number, number],
): Float32Array {
  for (let from = 0, to = 0; from < data.length; from += 3, to += pixelStep) {
    tensor[to] = red[data[from]]
    tensor[to + channelStep] = green[data[from + 1]]
    tensor[to + 2 * channelStep] = blue[data[from + 2]]
  }
  return tensor
}

/** What each of the 256 levels becomes stands in the table. */
function fillTensor(tensor: Float32Array, data: OpaqueImage['data'], table: Float32Array): Float32Array {
  // Float32Array.from with a function takes far longer, one at a time nearly twice as long (bench/inference shows it).
  const inFours = data.length - data.length % 4
  for (let index = 0; index < inFours; index += 4) {
    tensor[index] = table[data[index]]
    tensor[index + 1] = table[data[index + 1]]
    tensor[index + 2] = table[data[index + 2]]
    tensor[index + 3] = table[data[index + 3]]
  }
  for (let index = inFours; index < data.length; index++) tensor[index] = table[data[index]]
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
