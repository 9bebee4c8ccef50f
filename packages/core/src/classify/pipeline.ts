// One loaded model and its platform in; the four steps of a classification, bound to them, out.
import type { DecodedImage, PixelImage } from '../image'
import type { ModelManifest, PreprocessMode } from '../manifest'
import { rankPredictions } from '../postprocess/rank-predictions'
import type { Prediction } from '../prediction'
import { preprocess } from '../preprocess/preprocess'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import { RunQueue } from '../run-queue'
import type { AbortSignalLike, DecodedSource, DecodeOptions, Runtime, Session } from '../runtime'
import { runModel } from '../session/run-model'
import type { OutputLengths } from '../session/run-model'
import { decodePicture } from './decode-picture'

export interface PipelineParts<Source> {
  readonly platform: Pick<Runtime<Source, never>, 'decodeImage' | 'clock'>
  readonly manifest: ModelManifest
  readonly session: Session
  readonly mode: PreprocessMode
  readonly decodeOptions: Omit<DecodeOptions, 'signal'>
}

export class Pipeline<Source> {
  readonly manifest: ModelManifest
  readonly #parts: PipelineParts<Source>
  readonly #queue = new RunQueue()

  constructor(parts: PipelineParts<Source>) {
    this.#parts = parts
    this.manifest = parts.manifest
  }

  decode(picture: Source | DecodedSource, signal?: AbortSignalLike): Promise<DecodedImage | PixelImage> {
    const { platform, decodeOptions } = this.#parts
    const options = { ...decodeOptions, inputs: { ...decodeOptions.inputs }, ...(signal && { signal }) }
    return decodePicture(platform, picture, options)
  }

  /** `tensor` is the input of the model, [H, W, C]; `seen` the same for looking at. */
  preprocess(image: DecodedImage | PixelImage): { tensor: Float32Array; seen: PixelImage } {
    return preprocess(image, this.manifest.input, this.#parts.mode)
  }

  /** Waits for its turn and then calls `onStart`. Outputs hold `tensors.length` times the values per picture. */
  run(
    tensors: readonly Float32Array[],
    lengths: OutputLengths,
    signal?: AbortSignalLike,
    onStart?: () => void,
  ): Promise<Record<string, Float32Array>> {
    return this.#queue.enqueue(() => {
      onStart?.()
      return runModel(this.#parts.session, this.manifest, tensors, lengths)
    }, signal)
  }

  /** The probabilities of each picture, [labels]. */
  async score(tensors: readonly Float32Array[], signal?: AbortSignalLike): Promise<Float32Array[]> {
    const { labels, outputs: { probabilities } } = this.manifest
    const outputs = await this.run(tensors, { [probabilities]: labels.length }, signal)
    return tensors.map((_, row) => outputs[probabilities].subarray(row * labels.length, (row + 1) * labels.length))
  }

  rank(probabilities: Float32Array, { topK, scoreThreshold }: ResolvedClassifyOptions): Prediction[] {
    return rankPredictions(probabilities, this.manifest.labels, { topK, scoreThreshold })
  }

  /** Milliseconds, monotonic. */
  clock(): number {
    return this.#parts.platform.clock()
  }

  /** Lets the run in progress and those waiting end, then frees the session. */
  async release(): Promise<void> {
    await this.#queue.idle()
    await this.#parts.session.release()
  }
}
