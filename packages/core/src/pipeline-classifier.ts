// A loaded model in, a classifier that runs it on this thread out.
import { throwIfAborted } from './abort/throw-if-aborted'
import { makeAsyncDisposable } from './async-disposable'
import { CallsInFlight } from './calls-in-flight'
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { answerList } from './classify/answer-list'
import { answerOne } from './classify/answer-one'
import { blankRequest } from './classify/blank-request'
import { classifyDetailed } from './classify/classify-detailed'
import { classifyStream } from './classify/classify-stream'
import type { Pipeline } from './classify/pipeline'
import { readEmbedding, readPredictions } from './classify/reading'
import type { Reading } from './classify/reading'
import { describeValue } from './describe-value'
import type { BackendReport, ExecutionProvider } from './execution-provider'
import type { ModelManifest } from './manifest'
import { resolveClassifyOptions, resolveEmbedOptions } from './options/classify-options'
import type {
  ClassifyOptions, EmbedOptions, ResolvedEmbedOptions, StreamOptions,
} from './options/classify-options'
import type { DetailedPrediction, Prediction } from './prediction'
import type { DecodedSource, Runtime } from './runtime'
import type { StreamAnswer, StreamSource } from './stream'

export interface ClassifierParts<Source, Video> {
  readonly platform: Pick<Runtime<Source, never, Video>, 'frames' | 'delay'>
  readonly pipeline: Pipeline<Source>
  /** What runs now. */
  backend(): BackendReport
  /** Checks what it is given. Runs go on meanwhile, and afterwards where it fails. */
  switchTo(providers: ExecutionProvider | readonly ExecutionProvider[]): Promise<void>
}

type Picture<Source> = Source | DecodedSource

export class PipelineClassifier<Source, Video = never> implements Classifier<Source, Video> {
  /** Set by the constructor, on engines that have the symbol. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>
  readonly labels: readonly string[]
  readonly manifest: ModelManifest
  readonly #parts: ClassifierParts<Source, Video>
  readonly #pipeline: Pipeline<Source>
  readonly #calls = new CallsInFlight()
  #disposal: Promise<void> | undefined

  constructor(parts: ClassifierParts<Source, Video>) {
    this.#parts = parts
    this.#pipeline = parts.pipeline
    this.manifest = parts.pipeline.manifest
    this.labels = this.manifest.labels
    makeAsyncDisposable(this, () => this.dispose())
  }

  get backend(): BackendReport {
    return this.#parts.backend()
  }

  classify(images: readonly Picture<Source>[], options?: ClassifyOptions): Promise<Prediction[][]>
  classify(image: Picture<Source>, options?: ClassifyOptions): Promise<Prediction[]>
  classify(given: unknown, options?: ClassifyOptions): Promise<Prediction[] | Prediction[][]> {
    return this.#call<Prediction[] | Prediction[][]>(() => {
      const settings = resolveClassifyOptions(options, this.labels)
      return this.#answer(given, readPredictions(this.manifest, settings), settings)
    })
  }

  embed(images: readonly Picture<Source>[], options?: EmbedOptions): Promise<Float32Array[]>
  embed(image: Picture<Source>, options?: EmbedOptions): Promise<Float32Array>
  embed(given: unknown, options?: EmbedOptions): Promise<Float32Array | Float32Array[]> {
    return this.#call<Float32Array | Float32Array[]>(() =>
      this.#answer(given, readEmbedding(this.manifest), resolveEmbedOptions(options)))
  }

  classifyDetailed(picture: Picture<Source>, options?: ClassifyOptions): Promise<DetailedPrediction> {
    return this.#call(() => {
      const settings = resolveClassifyOptions(options, this.labels)
      throwIfAborted(settings.signal)
      if (Array.isArray(picture)) throw onePictureOnly(picture)
      return classifyDetailed(this.#pipeline, picture, settings)
    })
  }

  classifyStream(
    source: StreamSource<Source, Video>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamAnswer, void, undefined> {
    const classify = (picture: Picture<Source>, ofPicture: ClassifyOptions): Promise<Prediction[]> =>
      this.classify(picture, ofPicture)
    return classifyStream({ labels: this.labels, platform: this.#parts.platform, classify }, source, options)
  }

  warmup(): Promise<void> {
    return this.#call(async () => void await this.#pipeline.run(blankRequest(this.manifest)))
  }

  setExecutionProviders(providers: ExecutionProvider | readonly ExecutionProvider[]): Promise<void> {
    return this.#call(() => this.#parts.switchTo(providers))
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#calls.finished().then(() => this.#pipeline.release())
    return this.#disposal
  }

  #answer<Answer>(
    given: unknown,
    reading: Reading<Answer>,
    options: ResolvedEmbedOptions,
  ): Promise<Answer | Answer[]> {
    throwIfAborted(options.signal)
    return Array.isArray(given)
      ? answerList(this.#pipeline, given as readonly Picture<Source>[], reading, options)
      : answerOne(this.#pipeline, given as Picture<Source>, reading, options)
  }

  #call<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#calls.track(async () => {
      if (this.#disposal) throw new ClassifierError('disposed', 'The classifier was disposed. Create a new one.')
      return work()
    })
  }
}

export function onePictureOnly(given: unknown): ClassifierError {
  const sentence = `classifyDetailed takes one picture; received ${describeValue(given)}. Call it for each picture.`
  return new ClassifierError('input-type', sentence)
}
