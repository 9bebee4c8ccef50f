// One loaded model and its platform in; the steps of a classification, bound to them, out.
import type { DecodedImage, PixelImage, Region } from '../image'
import type { ModelManifest, PreprocessMode } from '../manifest'
import { prepareLean } from '../preprocess/prepare-lean'
import type { RunRequest } from '../queue/queue-entry'
import type { QueueParts } from '../queue/queue-parts'
import { RunQueue } from '../run-queue'
import type { AbortSignalLike, DecodedSource, DecodeOptions, Runtime, Session } from '../runtime'
import { loadOtherSessions } from '../session/load-other-sessions'
import { runLean } from '../session/run-lean'
import type { PictureOutputs } from '../session/model-outputs'
import { decodePicture } from './decode-picture'
import type { InputBlocks } from './input-blocks'
import { loadOtherPictures } from './load-other-pictures'

export interface PipelineParts<Source> {
  readonly platform: Pick<Runtime<Source, never>, 'decodeImage' | 'clock' | 'delay'>
  readonly manifest: ModelManifest
  readonly session: Pick<Session, 'run' | 'release'>
  readonly mode: PreprocessMode
  readonly decodeOptions: Omit<DecodeOptions, 'signal'>
  readonly queue: QueueParts
}

export class Pipeline<Source> {
  readonly manifest: ModelManifest
  /** Pictures in a run of a list. */
  readonly listSize: number
  /** Memory for the inputs of lists, from the first list on. */
  blocks: InputBlocks | undefined
  readonly parts: PipelineParts<Source>
  readonly #queue: RunQueue

  constructor(parts: PipelineParts<Source>) {
    const { manifest, session, queue } = parts
    this.parts = parts
    this.manifest = manifest
    this.listSize = queue.listSize
    this.#queue = new RunQueue((pictures, lengths) => runLean(session, manifest, pictures, lengths), queue)
  }

  /** @param work is given what to call when the pictures run. Throws 'queue-full' before any work. */
  async enter<Result>(pictures: number, work: (leave: () => void) => Promise<Result>): Promise<Result> {
    const leave = this.parts.queue.room?.enter(pictures) ?? (() => undefined)
    try {
      return await work(leave)
    } finally {
      leave()
    }
  }

  decode(picture: Source | DecodedSource, signal?: AbortSignalLike): Promise<DecodedImage | PixelImage> {
    const { platform, decodeOptions } = this.parts
    const options = { ...decodeOptions, inputs: { ...decodeOptions.inputs }, ...(signal && { signal }) }
    return decodePicture(platform, picture, options)
  }

  /** The input of the model, [H, W, C]. @param into where it is to be written; default: memory of its own */
  async prepare(image: DecodedImage | PixelImage, region?: Region, into?: Float32Array): Promise<Float32Array> {
    const shown = region ? (await loadOtherPictures()).cropRegion(image, region) : image
    return prepareLean(shown, this.manifest.input, this.parts.mode, into)
  }

  /** Waits for its turn. One answer for each picture. */
  async run(request: RunRequest): Promise<PictureOutputs[]> {
    if (request.tta !== 'flip') return this.#queue.enqueue(request)
    const { runFlipped } = await loadOtherSessions()
    return runFlipped(this.manifest, request, (asked) => this.#queue.enqueue(asked))
  }

  /** Lets the run in progress and those waiting end, then frees the session. */
  async release(): Promise<void> {
    await this.#queue.idle()
    await this.parts.session.release()
  }
}
