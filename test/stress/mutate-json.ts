// A JSON object and a source of draws in; the same with some of its fields changed, removed, added or moved, out.
import type { Random } from '../../samples/random'

export type JsonObject = Readonly<Record<string, unknown>>

const telling: readonly unknown[] = [
  null, true, false, 0, 1, -1, 2, 0.5, 1e-9, 1e9, 1e308, -0.0, 3, 4, 5, 8192, 8193, 2 ** 53, '', '0', 'x', '__proto__', [], [0], [1, 2, 3],
  [0.5, 0.5, 'x'], {}, { 0: 'zero' }, { shortest_edge: 1 }, { height: 16, width: 16 }, { height: 1, width: 8192 }, { longest_edge: 9 },
]

/** Fields that such files have; some of them mean something, some must be refused by name. */
const fields = [
  'id2label', 'num_channels', 'problem_type', '_name_or_path', 'do_resize', 'size', 'resample', 'do_center_crop', 'crop_size', 'crop_pct',
  'do_rescale', 'rescale_factor', 'do_normalize', 'image_mean', 'image_std', 'image_processor_type', 'feature_extractor_type', 'do_pad',
  'do_flip_channel_order', 'include_top', 'constructor', 'toString',
]

const processors = [
  'ViT', 'DeiT', 'Beit', 'CLIP', 'Bit', 'ConvNext', 'PoolFormer', 'Levit', 'Perceiver', 'TimmWrapper', 'EfficientNet', 'MobileViT',
  'toString',
].flatMap((name) => [`${name}ImageProcessor`, `${name}FeatureExtractor`, `${name}ImageProcessorFast`])

type Change = (object: JsonObject, random: Random) => JsonObject

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))

const changes: readonly Change[] = [
  (object, random) => without(object, anyKey(object, random)),
  (object, random) => ({ ...object, [anyKey(object, random)]: random.choose(telling) }),
  (object, random) => ({ ...object, [random.choose(fields)]: random.choose(telling) }),
  (object, random) => ({ ...object, [anyKey(object, random)]: object[anyKey(object, random)] }),
  (object, random) => ({ ...object, image_processor_type: random.choose(processors) }),
  // one level down, where there is one
  (object, random) => {
    const key = anyKey(object, random)
    const value = object[key]
    const isNested = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isNested ? { ...object, [key]: mutateJson(value as JsonObject, random) } : object
  },
]

function anyKey(object: JsonObject, random: Random): string {
  const keys = Object.keys(object)
  return keys.length === 0 ? 'size' : random.choose(keys)
}

/** One to four changes, one after the other. */
export function mutateJson(object: JsonObject, random: Random): JsonObject {
  let changed = object
  for (let count = random.choose([1, 1, 2, 4]); count > 0; count--) changed = random.choose(changes)(changed, random)
  return changed
}
