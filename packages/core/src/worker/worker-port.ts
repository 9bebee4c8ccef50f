// What a platform supplies so that classifiers run in workers: a channel with two ends, and a few words about pictures.
import type { DecodeOptions } from '../runtime'

/**
 * One end of a channel whose messages are cloned as `structuredClone` does it: `parentPort` of worker_threads, the
 * global scope of a dedicated worker, or a MessagePort.
 */
export interface WorkerPort {
  /** Throws what the platform throws where a value cannot be cloned; nothing was sent then. */
  postMessage(message: unknown, transfer: readonly object[]): void
  /** Called once, before anything is posted. */
  onMessage(listener: (message: unknown) => void): void
}

/** The caller's end, with the worker itself. */
export interface WorkerHandle extends WorkerPort {
  /**
   * The worker is there no more, or no longer to be trusted: it ended, threw what nobody caught, could not be loaded,
   * or sent what cannot be read. Called at most once; the reason is an error or says why in other words.
   */
  onEnd(listener: (reason: unknown) => void): void
  /** True: the worker keeps the process alive (`ref`). False: it does not. Without it, there is no such thing here. */
  keepAlive?(busy: boolean): void
  /** Resolves when the worker is gone. Interrupts nothing that must not be interrupted. */
  terminate(): Promise<void>
}

/** A picture that can be sent, and whose memory is the SDK's own. */
export interface OwnPicture {
  /** What `decodeImage` in the worker is given, after cloning; for bytes of a file rather say `bytes`. */
  readonly value?: unknown
  /** The bytes of an encoded picture. */
  readonly bytes?: Uint8Array
  /** Names the picture in error messages. */
  readonly name?: string | undefined
  /** Parts of `value` that move to the worker, where the platform can move them. The memory of `bytes` always moves. */
  readonly transfer?: readonly object[]
  /** Called when its call is over; what has moved to the worker is not there any more then. */
  release?(): void
}

/** Everything about workers that differs between platforms. */
export interface WorkerPlatform<Source> {
  /** Workers of a pool where the caller does not say how many. At least 1. */
  defaultSize(): number
  /**
   * A worker that calls `serveClassifier`. What this throws, or `onEnd` tells, becomes the cause of 'worker-failed'.
   * @param workers how many there are in its pool, itself included
   */
  startWorker(workers: number): WorkerHandle
  /**
   * A picture in the form in which it can be sent: what lives on the caller's side only (streams, responses, elements)
   * is read here. Never called with strings, raw pixels and ndarrays, nor with bytes within `maxBytes`: core sends
   * those itself.
   * Rejects as `decodeImage` does, with 'input-type' for what is no picture.
   */
  toTransferable(source: Source, options: DecodeOptions): Promise<OwnPicture>
  /** Lets the caller's own events be handled: resolves in a later turn of the event loop. */
  pause(): Promise<void>
}
