// A pool of workers with one model in, a classifier out: as PipelineClassifier, and off the caller's thread.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { makeAsyncDisposable } from '../async-disposable'
import { CallsInFlight } from '../calls-in-flight'
import type { Classifier } from '../classifier'
import { ClassifierError } from '../classifier-error'
import { classifyStream } from '../classify/classify-stream'
import { onePictureOnly } from '../classify/one-picture-only'
import { readEmbedding } from '../classify/read-embedding'
import type { BackendReport } from '../execution-provider'
import type { ModelManifest } from '../manifest'
import { resolveClassifyOptions, resolveEmbedOptions } from '../options/classify-options'
import type { ClassifyOptions, EmbedOptions, StreamOptions } from '../options/classify-options'
import type { DetailedPrediction, Prediction } from '../prediction'
import type { DecodedSource, Runtime } from '../runtime'
import type { StreamAnswer, StreamSource } from '../stream'
import type { WorkerMethod } from './protocol'
import { sendList } from './send-list'
import { sendOne } from './send-one'
import type { Sender } from './send-one'
import type { ProviderList } from './worker-starter'

export interface WorkerClassifierParts<Source, Video> {
  readonly runtime: Pick<Runtime<Source, never, Video>, 'frames' | 'delay' | 'clock'>
  readonly sender: Sender<Source>
  readonly manifest: ModelManifest
  backend(): BackendReport
  switchTo(providers: ProviderList): Promise<void>
}

type Picture<Source> = Source | DecodedSource

export class WorkerClassifier<Source, Video = never> implements Classifier<Source, Video> {
  /** Set by the constructor, on engines that have the symbol. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>
  readonly labels: readonly string[]
  readonly manifest: ModelManifest
  readonly #parts: WorkerClassifierParts<Source, Video>
  readonly #calls = new CallsInFlight()
  #disposal: Promise<void> | undefined

  constructor(parts: WorkerClassifierParts<Source, Video>) {
    this.#parts = parts
    this.manifest = parts.manifest
    this.labels = parts.manifest.labels
    makeAsyncDisposable(this, () => this.dispose())
  }

  get backend(): BackendReport {
    return this.#parts.backend()
  }

  classify(images: readonly Picture<Source>[], options?: ClassifyOptions): Promise<Prediction[][]>
  classify(image: Picture<Source>, options?: ClassifyOptions): Promise<Prediction[]>
  classify(given: unknown, options?: ClassifyOptions): Promise<Prediction[] | Prediction[][]> {
    return this.#call<Prediction[] | Prediction[][]>(() => {
      resolveClassifyOptions(options, this.labels)
      return this.#send<Prediction[]>('classify', given, options)
    })
  }

  embed(images: readonly Picture<Source>[], options?: EmbedOptions): Promise<Float32Array[]>
  embed(image: Picture<Source>, options?: EmbedOptions): Promise<Float32Array>
  embed(given: unknown, options?: EmbedOptions): Promise<Float32Array | Float32Array[]> {
    return this.#call<Float32Array | Float32Array[]>(() => {
      readEmbedding(this.manifest)
      resolveEmbedOptions(options)
      return this.#send<Float32Array>('embed', given, options)
    })
  }

  classifyDetailed(picture: Picture<Source>, options?: ClassifyOptions): Promise<DetailedPrediction> {
    return this.#call(async () => {
      resolveClassifyOptions(options, this.labels)
      throwIfAborted(options?.signal)
      if (Array.isArray(picture)) throw onePictureOnly(picture)
      const begun = this.#parts.runtime.clock()
      const answer = await this.#send<DetailedPrediction>('classifyDetailed', picture, options) as DetailedPrediction
      return withWaiting(answer, this.#parts.runtime.clock() - begun)
    })
  }

  classifyStream(
    source: StreamSource<Source, Video>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamAnswer, void, undefined> {
    const classify = (picture: Picture<Source>, ofPicture: ClassifyOptions): Promise<Prediction[]> =>
      this.classify(picture, ofPicture)
    return classifyStream({ labels: this.labels, platform: this.#parts.runtime, classify }, source, options)
  }

  /** All workers. */
  warmup(): Promise<void> {
    return this.#call(async () => {
      const links = await this.#parts.sender.pool.links()
      await Promise.all(links.map((link) => link.send({ method: 'warmup', values: [] }).result))
    })
  }

  /** All workers. Where one of them cannot have the new provider, all go on with the old one. */
  setExecutionProviders(providers: ProviderList): Promise<void> {
    return this.#call(() => this.#parts.switchTo(providers))
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#calls.finished().then(() => this.#parts.sender.pool.close())
    return this.#disposal
  }

  #send<Answer>(
    method: WorkerMethod,
    given: unknown,
    { signal, ...options }: ClassifyOptions = {},
  ): Promise<Answer | Answer[]> {
    throwIfAborted(signal)
    const call = { method, options, signal }
    return Array.isArray(given)
      ? sendList<Source, Answer>(this.#parts.sender, given as readonly Picture<Source>[], call)
      : sendOne<Source, Answer>(this.#parts.sender, given as Picture<Source>, call)
  }

  #call<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#calls.track(async () => {
      if (this.#disposal) throw new ClassifierError('disposed', 'The classifier was disposed. Create a new one.')
      return work()
    })
  }
}

/** The way to the worker and back, and the waiting for it, are part of the queue. */
function withWaiting(answer: DetailedPrediction, total: number): DetailedPrediction {
  const { timings } = answer
  const outside = Math.max(0, total - timings.total)
  return { ...answer, timings: { ...timings, queue: timings.queue + outside, total: timings.total + outside } }
}
