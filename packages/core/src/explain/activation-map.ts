// Feature maps and the weights of the last layer in; how much each place of the picture speaks for a class out.
import type { Tensor } from '../tensor'
import type { Head, Pooling } from './find-landmarks'

/** Which part of a logit comes from which place: their sum is the logit without its bias. */
export interface ActivationMap {
  readonly height: number
  readonly width: number
  /** [height * width], row by row; negative where a place speaks against the class. */
  readonly values: Float32Array
}

/**
 * Class-activation map (Zhou et al. 2016, "Learning Deep Features for Discriminative Localization"); with maximum
 * pooling the part of a map lies where its maximum is. Undefined where the maps do not fit the weights.
 * @param maps of each pooling of the head, [1, channels, height, width]
 */
export function activationMap(
  { poolings, transposed }: Head,
  maps: readonly Tensor[],
  weight: Tensor,
  label: number,
): ActivationMap | undefined {
  const [, , height, width] = maps[0].dims
  const [features, classes] = transposed ? [weight.dims[1], weight.dims[0]] : weight.dims
  const channels = maps.reduce((sum, { dims }) => sum + dims[1], 0)
  const alike = maps.every(({ dims }) => dims.length === 4 && dims[2] === height && dims[3] === width)
  if (!alike || channels !== features || label >= classes) return undefined
  const values = new Float32Array(height * width)
  let feature = 0
  for (const [index, { data, dims }] of maps.entries()) {
    for (let channel = 0; channel < dims[1]; channel++, feature++) {
      const share = weight.data[transposed ? label * features + feature : feature * classes + label]
      const map = data.subarray(channel * values.length, (channel + 1) * values.length)
      addPart(values, map, share, poolings[index].kind)
    }
  }
  return { height, width, values }
}

function addPart(values: Float32Array, map: Float32Array, share: number, kind: Pooling['kind']): void {
  if (kind === 'average') map.forEach((value, place) => (values[place] += (share * value) / map.length))
  else {
    const place = map.indexOf(map.reduce((most, value) => Math.max(most, value), -Infinity))
    values[place] += share * map[place]
  }
}
