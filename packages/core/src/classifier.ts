// What every classifier offers, wherever it runs: pictures to predictions, one call or many at a time.
import type { AsyncDisposableWhereKnown } from './async-disposable'
import type { BackendReport, ExecutionProvider } from './execution-provider'
import type { ModelManifest } from './manifest'
import type { ClassifyOptions, EmbedOptions, StreamOptions } from './options/classify-options'
import type { DetailedPrediction, Prediction } from './prediction'
import type { DecodedSource } from './runtime'
import type { StreamAnswer, StreamSource } from './stream'

/**
 * A model that is ready to use. Calls may overlap: each gets its own result, whatever becomes of the others.
 * `Source` is what the platform can decode; raw pixels and ndarrays are taken everywhere. `Video` is what the platform
 * can take frames from.
 */
export interface Classifier<Source, Video = never> extends AsyncDisposableWhereKnown {
  /** In the order of `Prediction.index`. */
  readonly labels: readonly string[]
  readonly manifest: ModelManifest
  /** What really runs now; `setExecutionProviders` changes it. */
  readonly backend: BackendReport

  /**
   * Many pictures, in runs of at most 128, or of `batching.maxSize` where it is given. `[]` gives `[]`.
   * Rejects with the error of the first failing picture; its `index` says which.
   */
  classify(images: readonly (Source | DecodedSource)[], options?: ClassifyOptions): Promise<Prediction[][]>
  /** One picture; predictions best first. Rejects with a ClassifierError, whose `code` says why. */
  classify(image: Source | DecodedSource, options?: ClassifyOptions): Promise<Prediction[]>
  /** One picture, with logits, embedding, the picture as the model saw it, and timings. */
  classifyDetailed(image: Source | DecodedSource, options?: ClassifyOptions): Promise<DetailedPrediction>
  /**
   * Pictures one after another, from a list, an iterable, an async iterable or a video, with their answers in the same
   * order. A picture that fails gives its error and the stream goes on.
   *
   * At most `concurrency` pictures are read and not yet answered, and at most as many answers wait to be taken; nothing
   * is read before the first answer is asked for. Leaving the loop ends the source and what is in flight. A video drops
   * the frames that come while the classifier is busy: `index` counts them too, so a gap in it is a dropped frame.
   *
   * The first step rejects with 'option-*' or 'input-type' for wrong arguments, any step with 'aborted', with
   * 'disposed' where the classifier was disposed meanwhile, and with 'image-unreadable' where the source fails.
   */
  classifyStream(
    source: StreamSource<Source, Video>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamAnswer, void, undefined>
  /** Many pictures, as `classify` takes them: their embeddings, in their order. */
  embed(images: readonly (Source | DecodedSource)[], options?: EmbedOptions): Promise<Float32Array[]>
  /**
   * The embedding of one picture, `manifest.embeddingSize` values, not normalised.
   * Rejects with 'embedding-missing' where the model has no such output.
   */
  embed(image: Source | DecodedSource, options?: EmbedOptions): Promise<Float32Array>
  /** Runs the model once on a blank picture, so that the first real one need not wait for lazy initialisation. */
  warmup(): Promise<void>
  /**
   * Changes the execution provider of the live classifier. The new session is made first and takes over between two
   * runs, so no call is lost; the old one is then freed. Both are in memory for that time. As at loading, a GPU passes
   * the self-test of the model and is warmed up, before it takes over.
   * Rejects with 'provider-failed' where none of the list can be had, and with 'run-failed' or 'model-invalid' where
   * the warm-up fails: the old one then goes on.
   */
  setExecutionProviders(providers: ExecutionProvider | readonly ExecutionProvider[]): Promise<void>
  /** Waits for calls in flight, then frees the model. Later calls reject with 'disposed'. */
  dispose(): Promise<void>
}
