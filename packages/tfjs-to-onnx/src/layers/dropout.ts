// A layer that acts in training only (dropout or noise) comes in; its input goes out unchanged.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitDropout({ config, inputs }: LayerContext): Value[] {
  config.ignore('rate', 'noiseShape', 'seed', 'stddev')
  return [inputs[0]]
}
