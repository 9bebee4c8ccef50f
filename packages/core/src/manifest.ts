// What a model needs to be used rightly: the shape of manifest.json (see parse-manifest for its validation).
import type { ModelDtype } from './model/load-model-options'
import type { InputType } from './tensor'

/** Something the graph itself already does, with the value that was built in. */
export interface AppliedInGraph<Value> {
  readonly value: Value
  readonly applied: 'in-graph'
}

/** Something that the pipeline does to each value before the graph sees it. */
export interface AppliedInPipeline<Value> {
  readonly value: Value
  readonly applied: 'in-pipeline'
}

/** One number for all channels, or one for each. */
export interface Normalization {
  readonly mean: number | readonly number[]
  readonly std: number | readonly number[]
}

/** The whole picture on black, as Fashion-MNIST was made; one channel only. */
export interface LongestSideResize {
  readonly method: 'lanczos3'
  readonly fit: 'longest-side'
  readonly odd: 'top-left'
}

/** Pillow's filters, 0 to 5 in its own order. */
export const pillowFilters = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming'] as const

export type PillowFilter = (typeof pillowFilters)[number]

/**
 * Resampled as Pillow does, then cut to the input's size around the centre; what lies beyond the picture is black.
 * 'exact': to width x height, whatever the shape. 'shortest-side': that side gets the length, and the aspect is kept.
 */
export type PillowResize =
  | { readonly method: PillowFilter; readonly fit: 'exact'; readonly width: number; readonly height: number }
  | { readonly method: PillowFilter; readonly fit: 'shortest-side'; readonly length: number }

/** Not resampled; cut to the input's size around the centre. */
export interface NoResize {
  readonly method: 'none'
}

export type ModelResize = LongestSideResize | PillowResize | NoResize

export interface ModelInput {
  readonly name: string
  /** 'uint8' takes the levels of the picture as they are. */
  readonly type: InputType
  readonly layout: 'NHWC' | 'NCHW'
  readonly width: number
  readonly height: number
  /** 1: the luma. 3: red, green, blue. */
  readonly channels: 1 | 3
  /** What black and white become, before any normalisation. */
  readonly range: readonly [number, number]
  /** A garment is brighter than its background. Without it, pictures keep their brightness. */
  readonly polarity?: 'bright-on-black'
  readonly resize: ModelResize
  readonly normalization: AppliedInGraph<Normalization> | AppliedInPipeline<Normalization>
  /** The only number of pictures that the graph takes in one run. Without it, any. */
  readonly batch?: number
}

/** How a picture becomes the input of the model. */
export type PreprocessMode = 'auto' | 'fashion-mnist' | 'raw'

export interface ModelOutputs {
  /** Names of the graph's outputs; of the one that it does not have, the name under which the pipeline computes it. */
  readonly logits: string
  readonly probabilities: string
  readonly embedding?: string
  /**
   * 'softmax', 'sigmoid': the graph gives no probabilities, the pipeline makes them of the logits by this function.
   * 'log': the graph gives no logits, the pipeline makes them of the probabilities.
   */
  readonly derived?: 'softmax' | 'sigmoid' | 'log'
}

/** One file of a model. */
export interface ModelFile {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly temperature: AppliedInGraph<number>
  /** Divides the mean logits of a picture and its mirror image, see the option `tta`. */
  readonly flipTemperature?: AppliedInPipeline<number>
}

/** Golden vectors that a provider which may miscompute has to reproduce when it starts. */
export interface SelfTest {
  readonly file: string
  readonly sha256?: string
  /** Largest difference of a logit. */
  readonly tolerance: number
}

/** As the pipeline uses it: whatever manifest.json left out is filled in. */
export interface ModelManifest extends ModelFile {
  readonly manifestVersion: 1
  readonly name: string
  readonly description: string
  readonly labels: readonly string[]
  readonly input: ModelInput
  /** Default of the `preprocess` option. */
  readonly preprocess: PreprocessMode
  readonly outputs: ModelOutputs
  readonly recipe: string
  /** Of the file that is in use: `file`, `sha256`, `bytes` and `temperature` are its own. 'fp32' in manifest.json. */
  readonly dtype: ModelDtype
  /** The same model with other numbers. */
  readonly files?: { readonly [Dtype in ModelDtype]?: ModelFile }
  readonly selfTest?: SelfTest
  readonly opset: number
  readonly parameters: number
  /** Multiply-accumulate operations for one picture; 0 where they are not known. */
  readonly macs: number
  readonly embeddingSize?: number
  readonly license: string
  /** Keys of later versions are kept. */
  readonly [key: string]: unknown
}
