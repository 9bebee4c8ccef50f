// What one call wants of the model in; a promise for its outputs, and the handles to settle it, out.
import type { AbortSignalLike } from '../runtime'
import type { TestTimeAugmentation } from '../prediction'
import type { OutputLengths, PictureOutputs } from '../session/model-outputs'

export interface RunRequest {
  /** Inputs of the model, each [height, width, channels]. */
  readonly pictures: readonly Float32Array[]
  readonly lengths: OutputLengths
  readonly signal?: AbortSignalLike | undefined
  /** 'flip': the answers are the means over each picture and its mirror image. */
  readonly tta?: TestTimeAugmentation | undefined
  /** Called once, when the first run that the pictures take part in begins. */
  readonly onStart?: (() => void) | undefined
}

export class QueueEntry {
  readonly pictures: readonly Float32Array[]
  readonly lengths: OutputLengths
  /** When it came, in milliseconds. */
  readonly since: number
  readonly result: Promise<PictureOutputs[]>
  /** Nobody waits for the result any more. */
  left = false
  #onStart: (() => void) | undefined
  // The executor of a promise runs at once, so both are set when the constructor ends.
  resolve: (outputs: PictureOutputs[]) => void = () => undefined
  reject: (error: unknown) => void = () => undefined

  constructor({ pictures, lengths, onStart }: RunRequest, since: number) {
    this.pictures = pictures
    this.lengths = lengths
    this.since = since
    this.#onStart = onStart
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  start(): void {
    this.#onStart?.()
    this.#onStart = undefined
  }
}
