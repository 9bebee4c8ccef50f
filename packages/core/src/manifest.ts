// What a model needs to be used rightly: the shape of manifest.json (see parse-manifest for its validation).

/** Something the graph itself already does, with the value that was built in. */
export interface AppliedInGraph<Value> {
  readonly value: Value
  readonly applied: 'in-graph'
}

export interface ModelInput {
  readonly name: string
  readonly type: 'float32'
  readonly layout: 'NHWC'
  readonly width: number
  readonly height: number
  readonly channels: 1
  /** Grey 0..1. */
  readonly range: readonly [number, number]
  /** A garment is brighter than its background. */
  readonly polarity: 'bright-on-black'
  readonly resize: { readonly method: 'lanczos3'; readonly fit: 'longest-side'; readonly odd: 'top-left' }
  readonly normalization: AppliedInGraph<{ readonly mean: number; readonly std: number }>
}

/** How a picture becomes the input of the model. */
export type PreprocessMode = 'auto' | 'fashion-mnist' | 'raw'

export interface ModelManifest {
  readonly manifestVersion: 1
  readonly name: string
  readonly description: string
  readonly labels: readonly string[]
  readonly input: ModelInput
  /** Default of the `preprocess` option. */
  readonly preprocess: PreprocessMode
  readonly outputs: { readonly logits: string; readonly probabilities: string; readonly embedding?: string }
  readonly temperature: AppliedInGraph<number>
  readonly recipe: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly opset: number
  readonly parameters: number
  /** Multiply-accumulate operations for one picture. */
  readonly macs: number
  readonly embeddingSize?: number
  readonly license: string
  /** Keys of later versions are kept. */
  readonly [key: string]: unknown
}
