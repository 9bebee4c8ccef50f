// A loaded model in, a classifier out: pictures to predictions, one call or many at a time.
import { throwIfAborted } from './abort/throw-if-aborted'
import { makeAsyncDisposable } from './async-disposable'
import type { AsyncDisposableWhereKnown } from './async-disposable'
import { CallsInFlight } from './calls-in-flight'
import { ClassifierError } from './classifier-error'
import { classifyBatch } from './classify/classify-batch'
import { classifyDetailed } from './classify/classify-detailed'
import type { Pipeline } from './classify/pipeline'
import { describeValue } from './describe-value'
import type { BackendReport } from './execution-provider'
import type { ModelManifest } from './manifest'
import { resolveClassifyOptions } from './options/classify-options'
import type { ClassifyOptions, ResolvedClassifyOptions } from './options/classify-options'
import type { DetailedPrediction, Prediction } from './prediction'
import type { DecodedSource } from './runtime'

/**
 * A model that is ready to use. Calls may overlap: they are answered in order, each with its own result.
 * `Source` is what the platform can decode; raw pixels and ndarrays are taken everywhere.
 */
export interface Classifier<Source> extends AsyncDisposableWhereKnown {
  /** In the order of `Prediction.index`. */
  readonly labels: readonly string[]
  readonly manifest: ModelManifest
  /** What really runs. */
  readonly backend: BackendReport

  /**
   * Many pictures, in runs of at most 128. `[]` gives `[]`.
   * Rejects with the error of the first failing picture; its `index` says which.
   */
  classify(images: readonly (Source | DecodedSource)[], options?: ClassifyOptions): Promise<Prediction[][]>
  /** One picture; predictions best first. Rejects with a ClassifierError, whose `code` says why. */
  classify(image: Source | DecodedSource, options?: ClassifyOptions): Promise<Prediction[]>
  /** One picture, with logits, embedding, the picture as the model saw it, and timings. */
  classifyDetailed(image: Source | DecodedSource, options?: ClassifyOptions): Promise<DetailedPrediction>
  /** Runs the model once on a blank picture, so that the first real one need not wait for lazy initialisation. */
  warmup(): Promise<void>
  /** Waits for calls in flight, then frees the model. Later calls reject with 'disposed'. */
  dispose(): Promise<void>
}

type Picture<Source> = Source | DecodedSource

export class PipelineClassifier<Source> implements Classifier<Source> {
  /** Set by the constructor, on engines that have the symbol. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>
  readonly labels: readonly string[]
  readonly manifest: ModelManifest
  readonly backend: BackendReport
  readonly #pipeline: Pipeline<Source>
  readonly #calls = new CallsInFlight()
  #disposal: Promise<void> | undefined

  constructor(pipeline: Pipeline<Source>, backend: BackendReport) {
    this.#pipeline = pipeline
    this.manifest = pipeline.manifest
    this.labels = pipeline.manifest.labels
    this.backend = backend
    makeAsyncDisposable(this, () => this.dispose())
  }

  classify(images: readonly Picture<Source>[], options?: ClassifyOptions): Promise<Prediction[][]>
  classify(image: Picture<Source>, options?: ClassifyOptions): Promise<Prediction[]>
  classify(given: unknown, options?: ClassifyOptions): Promise<Prediction[] | Prediction[][]> {
    return this.#call<Prediction[] | Prediction[][]>(options, (settings) => Array.isArray(given)
      ? classifyBatch(this.#pipeline, given as readonly Picture<Source>[], settings)
      : this.#classifyOne(given as Picture<Source>, settings))
  }

  /** The heart: decode, preprocess, run, postprocess. */
  async #classifyOne(picture: Picture<Source>, options: ResolvedClassifyOptions): Promise<Prediction[]> {
    const image = await this.#pipeline.decode(picture, options.signal)
    const { tensor } = this.#pipeline.preprocess(image)
    const [probabilities] = await this.#pipeline.score([tensor], options.signal)
    return this.#pipeline.rank(probabilities, options)
  }

  classifyDetailed(picture: Picture<Source>, options?: ClassifyOptions): Promise<DetailedPrediction> {
    return this.#call(options, (settings) => {
      if (Array.isArray(picture)) throw onePictureOnly(picture)
      return classifyDetailed(this.#pipeline, picture, settings)
    })
  }

  warmup(): Promise<void> {
    return this.#call({}, async ({ signal }) => {
      const { width, height, channels } = this.manifest.input
      await this.#pipeline.score([new Float32Array(width * height * channels)], signal)
    })
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#calls.finished().then(() => this.#pipeline.release())
    return this.#disposal
  }

  #call<Result>(
    options: ClassifyOptions | undefined,
    work: (options: ResolvedClassifyOptions) => Promise<Result>,
  ): Promise<Result> {
    return this.#calls.track(async () => {
      if (this.#disposal) throw new ClassifierError('disposed', 'The classifier was disposed. Create a new one.')
      const settings = resolveClassifyOptions(options, this.labels.length)
      throwIfAborted(settings.signal)
      return work(settings)
    })
  }
}

function onePictureOnly(given: unknown): ClassifierError {
  const sentence = `classifyDetailed takes one picture; received ${describeValue(given)}. Call it for each picture.`
  return new ClassifierError('input-type', sentence)
}
