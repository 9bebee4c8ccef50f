// Frames in, their answers in the same order out, with a bounded number of both in memory.
import { StopSignal } from '../abort/stop-signal'
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { Prediction } from '../prediction'
import type { DecodedSource, Runtime, StreamFrame } from '../runtime'
import type { StreamAnswer } from '../stream'
import { messageOf, withTypedErrors } from '../with-typed-errors'
import { Bell } from './bell'
import type { FrameIterator, OpenFrames } from './open-frames'

export interface AnswerStreamParts<Source> {
  readonly frames: OpenFrames<Source>
  readonly concurrency: number
  /** Aborted when the stream is to end, by whomever. */
  readonly stop: StopSignal
  readonly delay: Runtime<Source, never>['delay']
  classify(picture: Source | DecodedSource): Promise<Prediction[]>
}

/** A frame that was read, with its answer once there is one. */
interface Slot<Source> {
  readonly frame: StreamFrame<Source>
  readonly index: number
  answer?: StreamAnswer
}

export class AnswerStream<Source> {
  readonly #parts: AnswerStreamParts<Source>
  /** In order: answered or in flight, and not yet taken. */
  readonly #slots: Slot<Source>[] = []
  readonly #working = new Set<Promise<void>>()
  readonly #changed = new Bell()
  /** Read, and without room so far. */
  #newest: Slot<Source> | undefined
  #read = 0
  #isReading = false
  /** The source has no more, or has failed. */
  #isOver = false
  #failure: { readonly error: unknown } | undefined

  constructor(parts: AnswerStreamParts<Source>) {
    this.#parts = parts
    parts.stop.addEventListener('abort', () => this.#changed.ring())
  }

  /** Rejects with 'aborted', with 'disposed', and with the source's error after the answers to what came before it. */
  async *answers(): AsyncGenerator<StreamAnswer, void, undefined> {
    const reading = this.#readAll()
    for (;;) {
      throwIfAborted(this.#parts.stop)
      const answer = this.#slots[0]?.answer
      if (answer) {
        this.#slots.shift()
        this.#startNewest()
        this.#changed.ring()
        if (isClassifierError(answer.error, 'disposed')) throw answer.error
        yield answer
      } else if (this.#isOver && this.#slots.length === 0) {
        await reading
        if (this.#failure) throw this.#failure.error
        return
      } else {
        await this.#changed.rung()
      }
    }
  }

  /** Ends the source and everything in flight. */
  async close(): Promise<void> {
    const { stop, frames: { iterator } } = this.#parts
    stop.abort()
    this.#newest?.frame.release?.()
    this.#newest = undefined
    if (!this.#isOver) {
      const ended = endSource(iterator)
      // A source that is still looking for its next picture may find it late or never.
      if (!this.#isReading) await ended
    }
    await Promise.all(this.#working)
  }

  async #readAll(): Promise<void> {
    const { stop, delay, frames: { dropFrames } } = this.#parts
    try {
      while (!stop.aborted) {
        if (!dropFrames) await this.#room()
        // A source that always has a picture ready must not keep the classifier from its work.
        else if (this.#newest) await delay?.(0, stop)
        if (stop.aborted || !await this.#readOne()) return
        this.#startNewest()
      }
    } catch (error) {
      this.#failure = { error }
    } finally {
      if (!stop.aborted) this.#isOver = true
      this.#changed.ring()
    }
  }

  /** False at the end of the source. */
  async #readOne(): Promise<boolean> {
    const { stop, frames: { iterator } } = this.#parts
    this.#isReading = true
    const next = withTypedErrors('image-unreadable', 'The source of the stream failed', () => iterator.next())
    const reading = next.finally(() => { this.#isReading = false })
    const read = await untilAborted(reading, stop, (late) => { if (!late.done) late.value.release?.() })
    if (read.done) return false
    const index = read.value.index ?? this.#read
    this.#read = index + 1
    this.#newest?.frame.release?.()
    this.#newest = { frame: read.value, index }
    return true
  }

  #startNewest(): void {
    if (!this.#newest || !this.#hasRoom() || this.#parts.stop.aborted) return
    const slot = this.#newest
    this.#newest = undefined
    this.#slots.push(slot)
    const working: Promise<void> = this.#work(slot).finally(() => {
      this.#working.delete(working)
      this.#startNewest()
      this.#changed.ring()
    })
    this.#working.add(working)
  }

  async #work(slot: Slot<Source>): Promise<void> {
    const { frame, index } = slot
    try {
      slot.answer = { index, predictions: await this.#parts.classify(frame.picture) }
    } catch (error) {
      slot.answer = { index, error: asTyped(error) }
    }
    frame.release?.()
  }

  async #room(): Promise<void> {
    while (!this.#hasRoom() && !this.#parts.stop.aborted) await this.#changed.rung()
  }

  /** Where frames are dropped, answers that nobody takes hold up the next picture at once: it would grow old too. */
  #hasRoom(): boolean {
    const { concurrency, frames: { dropFrames } } = this.#parts
    return this.#working.size < concurrency && this.#slots.length < (dropFrames ? concurrency : 2 * concurrency)
  }
}

async function endSource<Source>(iterator: FrameIterator<Source>): Promise<void> {
  try {
    await iterator.return?.()
  } catch {
    // The reader has left, or hears of another error already.
  }
}

function asTyped(error: unknown): ClassifierError {
  if (isClassifierError(error)) return error
  return new ClassifierError('run-failed', `The picture could not be classified: ${messageOf(error)}`, { cause: error })
}
