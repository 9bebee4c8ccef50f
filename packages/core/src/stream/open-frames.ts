// The source of a stream in; its pictures as frames, and whether they may be dropped, out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import type { AbortSignalLike, Runtime, StreamFrame } from '../runtime'
import type { StreamSource } from '../stream'

export interface OpenFrames<Source> {
  readonly iterator: FrameIterator<Source>
  readonly dropFrames: boolean
}

export interface FrameIterator<Source> {
  next(): Promise<IteratorResult<StreamFrame<Source>, unknown>>
  /** Ends the source. */
  return?(): Promise<unknown>
}

/**
 * A video drops frames unless told otherwise; of any other source only an async one does, and only when told to.
 * Throws 'input-type' for what is no source of pictures.
 */
export function openFrames<Source, Video>(
  platform: Pick<Runtime<Source, never, Video>, 'frames'>,
  source: StreamSource<Source, Video>,
  dropFrames: boolean | undefined,
  signal: AbortSignalLike,
): OpenFrames<Source> {
  const given: unknown = source
  // A string is an iterable of letters, bytes are one of numbers.
  if (typeof given !== 'object' || given === null || ArrayBuffer.isView(given)) throw notASource(given)
  const ofVideo = { dropFrames: dropFrames ?? true, signal }
  const video = platform.frames?.(source as Video, ofVideo)
  if (video) return { iterator: video[Symbol.asyncIterator](), dropFrames: ofVideo.dropFrames }
  if (isAsyncIterable<Source>(given)) {
    return { iterator: asFrames(given[Symbol.asyncIterator]()), dropFrames: dropFrames ?? false }
  }
  if (!isIterable<Source>(given)) throw notASource(given)
  // It gives its pictures when they are asked for: none can come too early.
  return { iterator: asFrames(given[Symbol.iterator]()), dropFrames: false }
}

function asFrames<Picture>(pictures: Iterator<Picture> | AsyncIterator<Picture>): FrameIterator<Picture> {
  return {
    async next() {
      const read = await pictures.next()
      return read.done ? { done: true, value: undefined } : { done: false, value: { picture: read.value } }
    },
    async return() {
      await pictures.return?.()
    },
  }
}

function isAsyncIterable<Picture>(value: object): value is AsyncIterable<Picture> {
  return Symbol.asyncIterator in value && typeof value[Symbol.asyncIterator] === 'function'
}

function isIterable<Picture>(value: object): value is Iterable<Picture> {
  return Symbol.iterator in value && typeof value[Symbol.iterator] === 'function'
}

function notASource(given: unknown): ClassifierError {
  const hint = 'Pass a list, an iterable or an async iterable of pictures; for one picture call classify.'
  return new ClassifierError('input-type', `A stream of pictures cannot be ${describeValue(given)}. ${hint}`)
}
