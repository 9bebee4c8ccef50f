// A loaded model in, a classifier that runs it on this thread out.
import { throwIfAborted } from './abort/throw-if-aborted'
import { makeAsyncDisposable } from './async-disposable'
import { CallsInFlight } from './calls-in-flight'
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { answerOne } from './classify/answer-one'
import type { Pipeline } from './classify/pipeline'
import { readPredictions } from './classify/read-predictions'
import type { Reading } from './classify/reading'
import type { BackendReport, ExecutionProvider } from './execution-provider'
import { loadPart } from './load-part'
import type { ModelManifest } from './manifest'
import { settleClassifyOptions } from './options/settle-classify-options'
import type {
  ClassifyOptions, EmbedOptions, ResolvedEmbedOptions, StreamOptions,
} from './options/classify-options'
import type { DetailedPrediction, Prediction } from './prediction'
import type { DecodedSource, Runtime } from './runtime'
import { loadOtherSessions } from './session/load-other-sessions'
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
    return this.#call<Prediction[] | Prediction[][]>(async () => {
      const pictures = ownList(given)
      const settings = await settleClassifyOptions(options, this.labels)
      return this.#answer(pictures, readPredictions(this.manifest, settings), settings)
    })
  }

  embed(images: readonly Picture<Source>[], options?: EmbedOptions): Promise<Float32Array[]>
  embed(image: Picture<Source>, options?: EmbedOptions): Promise<Float32Array>
  embed(given: unknown, options?: EmbedOptions): Promise<Float32Array | Float32Array[]> {
    return this.#call<Float32Array | Float32Array[]>(async () => {
      const pictures = ownList(given)
      const { readEmbedding, resolveEmbedOptions } = await loadOtherCalls()
      return this.#answer(pictures, readEmbedding(this.manifest), resolveEmbedOptions(options))
    })
  }

  classifyDetailed(picture: Picture<Source>, options?: ClassifyOptions): Promise<DetailedPrediction> {
    return this.#call(async () => {
      const settings = await settleClassifyOptions(options, this.labels)
      throwIfAborted(settings.signal)
      return this.#pipeline.enter(1, async (leave) => {
        const { classifyDetailed } = await loadOtherCalls()
        return classifyDetailed(this.#pipeline, picture, settings, leave)
      })
    })
  }

  async *classifyStream(
    source: StreamSource<Source, Video>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamAnswer, void, undefined> {
    const classify = (picture: Picture<Source>, ofPicture: ClassifyOptions): Promise<Prediction[]> =>
      this.classify(picture, ofPicture)
    const { classifyStream } = await loadOtherCalls()
    yield* classifyStream({ labels: this.labels, platform: this.#parts.platform, classify }, source, options)
  }

  warmup(): Promise<void> {
    return this.#call(async () => {
      const { blankRequest } = await loadOtherSessions()
      await this.#pipeline.run(blankRequest(this.manifest))
    })
  }

  setExecutionProviders(providers: ExecutionProvider | readonly ExecutionProvider[]): Promise<void> {
    return this.#call(() => this.#parts.switchTo(providers))
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#calls.finished().then(() => this.#pipeline.release())
    return this.#disposal
  }

  async #answer<Answer>(
    given: unknown,
    reading: Reading<Answer>,
    options: ResolvedEmbedOptions,
  ): Promise<Answer | Answer[]> {
    throwIfAborted(options.signal)
    if (!Array.isArray(given)) return answerOne(this.#pipeline, given as Picture<Source>, reading, options)
    const pictures: readonly Picture<Source>[] = given
    if (pictures.length === 0) return []
    return this.#pipeline.enter(Math.min(pictures.length, this.#pipeline.listSize), async (leave) => {
      const { answerList } = await loadOtherCalls()
      return answerList(this.#pipeline, pictures, reading, options, leave)
    })
  }

  #call<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#calls.track(async () => {
      if (this.#disposal) throw new ClassifierError('disposed', 'The classifier was disposed. Create a new one.')
      return work()
    })
  }
}

/** Errors: 'code-missing'. */
const loadOtherCalls = () => loadPart(() => import('./classify/other-calls'))

/** The caller may change its list as soon as it has called. */
const ownList = (given: unknown): unknown => (Array.isArray(given) ? Array.from(given) : given)
