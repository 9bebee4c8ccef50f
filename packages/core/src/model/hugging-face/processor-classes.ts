// The class that a preprocessor_config.json names in; what it does where the file leaves a field out, out.
import { refuseField } from './refuse'

/** Defaults of the image processors of Hugging Face's transformers. */
export interface ProcessorClass {
  /** 0 to 5, as Pillow numbers its filters. */
  readonly resample: number
  /** A `size` that is one number means a square; else the shortest side. */
  readonly square: boolean
  readonly crop: boolean
  /** How `crop_pct` is meant: ConvNext crops to `size`, PoolFormer to `crop_size`. */
  readonly cropShare: 'convnext' | 'poolformer' | null
}

const usual: ProcessorClass = { resample: 2, square: true, crop: false, cropShare: null }

const classes: Readonly<Record<string, ProcessorClass>> = {
  ViT: usual,
  Siglip: { ...usual, resample: 3 },
  DeiT: { ...usual, resample: 3, crop: true },
  Beit: { ...usual, resample: 3, crop: true },
  CLIP: { ...usual, resample: 3, square: false, crop: true },
  Bit: { ...usual, resample: 3, square: false, crop: true },
  MobileNetV1: { ...usual, square: false, crop: true },
  MobileNetV2: { ...usual, square: false, crop: true },
  Pvt: usual,
  Segformer: usual,
  ConvNext: { ...usual, square: false, cropShare: 'convnext' },
  PoolFormer: { ...usual, resample: 3, square: false, crop: true, cropShare: 'poolformer' },
}

/** Their own steps are named by no field of the file, so that nothing else would tell that they are left out. */
const refused: Readonly<Record<string, string>> = {
  Levit: 'it resizes to 256/224 of the size that it states',
  Perceiver: 'it crops by a rule of its own',
  TimmWrapper: 'it takes its steps from timm',
  ImageGPT: 'it turns colours into clusters',
  MobileViT: 'it exchanges red and blue',
  EfficientNet: 'it normalises a second time',
}

/** Fields by which a file says that its class does not do what its class does. */
const unless: Readonly<Record<string, readonly (readonly [field: string, value: unknown])[]>> = {
  EfficientNet: [['include_top', false]],
  MobileViT: [['do_flip_channel_order', false]],
}

/** A class that is not known does what the fields say. Throws 'model-unsupported'. */
export function readProcessorClass(json: Readonly<Record<string, unknown>>): ProcessorClass {
  const key = typeof json.image_processor_type === 'string' ? 'image_processor_type' : 'feature_extractor_type'
  const named = json[key]
  if (typeof named !== 'string') return usual
  const name = named.replace(/(ImageProcessor|FeatureExtractor)(Fast)?$/, '')
  const isHarmless = unless[name]?.every(([field, value]) => json[field] === value) ?? false
  if (Object.hasOwn(refused, name) && !isHarmless) throw refuseField(key, named, refused[name])
  if (name === 'EfficientNet') return { ...usual, resample: 0 }
  if (name === 'MobileViT') return { ...usual, square: false, crop: true }
  return Object.hasOwn(classes, name) ? classes[name] : usual
}
