// One loaded model and its platform in; the steps of a classification, bound to them, out.
import type { DecodedImage, PixelImage, Region } from '../image'
import type { ModelManifest, PreprocessMode } from '../manifest'
import type { ResolvedBatching } from '../options/batching-options'
import { cropRegion } from '../preprocess/crop-region'
import { prepareInput, preprocess } from '../preprocess/preprocess'
import type { PreprocessedImage } from '../preprocess/preprocess'
import { fitBatching } from '../queue/fit-batching'
import type { RunRequest } from '../queue/queue-entry'
import { WaitingRoom } from '../queue/waiting-room'
import { RunQueue } from '../run-queue'
import type { AbortSignalLike, DecodedSource, DecodeOptions, Runtime, Session } from '../runtime'
import { runModel } from '../session/run-model'
import type { PictureOutputs } from '../session/run-model'
import { decodePicture } from './decode-picture'
import { InputBlocks } from './input-blocks'
import { runFlipped } from './run-flipped'

export interface PipelineParts<Source> {
  readonly platform: Pick<Runtime<Source, never>, 'decodeImage' | 'clock' | 'delay'>
  readonly manifest: ModelManifest
  readonly session: Session
  readonly mode: PreprocessMode
  readonly decodeOptions: Omit<DecodeOptions, 'signal'>
  readonly batching: ResolvedBatching
}

export class Pipeline<Source> {
  readonly manifest: ModelManifest
  /** Pictures in a run of a list. */
  readonly listSize: number
  /** Memory for the inputs of lists. */
  readonly blocks: InputBlocks
  readonly #parts: PipelineParts<Source>
  readonly #queue: RunQueue
  readonly #room: WaitingRoom

  constructor(parts: PipelineParts<Source>) {
    const { manifest, session, platform } = parts
    const { maxSize, listSize, maxDelay, maxQueue } = fitBatching(parts.batching, manifest.input.batch)
    this.#parts = parts
    this.manifest = manifest
    this.listSize = listSize
    this.blocks = new InputBlocks(manifest.input)
    this.#room = new WaitingRoom(maxQueue)
    this.#queue = new RunQueue((pictures, lengths) => runModel(session, manifest, pictures, lengths),
      { maxSize, maxDelay, platform })
  }

  /** Throws 'queue-full'. To be called before any work; what it returns is for when the pictures run, or will not. */
  enter(pictures: number): () => void {
    return this.#room.enter(pictures)
  }

  decode(picture: Source | DecodedSource, signal?: AbortSignalLike): Promise<DecodedImage | PixelImage> {
    const { platform, decodeOptions } = this.#parts
    const options = { ...decodeOptions, inputs: { ...decodeOptions.inputs }, ...(signal && { signal }) }
    return decodePicture(platform, picture, options)
  }

  /** `tensor` is the input of the model, [H, W, C]; `seen` the same for looking at. */
  preprocess(image: DecodedImage | PixelImage, region?: Region): PreprocessedImage {
    return preprocess(region ? cropRegion(image, region) : image, this.manifest.input, this.#parts.mode)
  }

  /** Only the tensor. @param into where it is to be written; default: memory of its own */
  prepare(image: DecodedImage | PixelImage, region?: Region, into?: Float32Array): Float32Array {
    return prepareInput(region ? cropRegion(image, region) : image, this.manifest.input, this.#parts.mode, into)
  }

  /** Waits for its turn. One answer for each picture. */
  run(request: RunRequest): Promise<PictureOutputs[]> {
    const enqueue = (asked: RunRequest): Promise<PictureOutputs[]> => this.#queue.enqueue(asked)
    return request.tta === 'flip' ? runFlipped(this.manifest, request, enqueue) : enqueue(request)
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
