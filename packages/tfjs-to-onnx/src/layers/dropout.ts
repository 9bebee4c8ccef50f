// A Dropout layer comes in; its input goes out unchanged, as dropout acts in training only.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitDropout({ config, inputs }: LayerContext): Value[] {
  config.ignore('rate', 'noiseShape', 'seed')
  return [inputs[0]]
}
