// A list of pictures and a call in; the answers in the same order out, by all workers at once, few pictures in memory.
import { StopSignal } from '../abort/stop-signal'
import { isClassifierError } from '../classifier-error'
import { mapConcurrently } from '../map-concurrently'
import type { DecodedSource } from '../runtime'
import { packHeld } from './hold-picture'
import type { HeldPicture } from './hold-picture'
import { hold, sendable } from './send-one'
import type { PictureCall, Sender } from './send-one'
import { splitList } from './split-list'
import type { ListPart } from './split-list'

const readsAtOnce = 4

// So that each worker finds its next part ready.
const partsPerWorker = 2

/** Rejects with the error of the first failing picture, which carries its `index`. */
export async function sendList<Source, Result>(
  sender: Sender<Source>,
  given: readonly (Source | DecodedSource)[],
  call: PictureCall,
): Promise<Result[]> {
  const pictures = Array.from(given)
  if (pictures.length === 0) return []
  const { pool, listSize, room } = sender
  const leave = room.enter(Math.min(pictures.length, listSize))
  const parts = splitList(pictures, { workers: pool.size, most: listSize })
  // One listener on the caller's signal, however many parts there are: Node warns of more than ten.
  const whole = new StopSignal()
  const unfollow = whole.follow(call.signal)
  const stops = parts.map(() => new StopSignal())
  for (const stop of stops) stop.follow(whole)
  try {
    const answers = await mapConcurrently(parts, pool.size * partsPerWorker, async (part, number) => {
      try {
        return await sendPart<Source, Result>(sender, pictures, part, { ...call, signal: stops[number] }, leave)
      } catch (error) {
        // Only what comes before it can still change the outcome.
        for (const later of stops.slice(number + 1)) later.abort()
        throw error
      }
    })
    return answers.flat()
  } finally {
    leave()
    unfollow()
  }
}

async function sendPart<Source, Result>(
  sender: Sender<Source>,
  pictures: readonly (Source | DecodedSource)[],
  { start, end }: ListPart,
  { method, options, signal }: PictureCall,
  onStart: () => void,
): Promise<Result[]> {
  const { held, failure } = await holdUntilFailure(sender, pictures.slice(start, end), signal)
  try {
    const pack = async () => {
      const { values, transfer } = await packHeld(held, sender.platform)
      return { values: [values, options], transfer }
    }
    // Those before one that could not be read are still asked for: the first that fails is the one to report.
    const answers = held.length === 0
      ? []
      : await sendable(() => sender.pool.run<Result[]>({ method, weight: held.length, signal, pack, onStart }))
    if (failure) throw withIndex(failure.error, held.length)
    return answers
  } catch (error) {
    throw isClassifierError(error) && error.index !== undefined ? withIndex(error, start + error.index) : error
  } finally {
    for (const picture of held) picture.release()
  }
}

interface HeldUntilFailure {
  /** All before the first that could not be read. */
  readonly held: readonly HeldPicture[]
  readonly failure?: { readonly error: unknown }
}

async function holdUntilFailure<Source>(
  sender: Sender<Source>,
  pictures: readonly (Source | DecodedSource)[],
  signal: PictureCall['signal'],
): Promise<HeldUntilFailure> {
  const held = new Map<number, HeldPicture>()
  try {
    await mapConcurrently(pictures, readsAtOnce, async (picture, position) => {
      held.set(position, await hold(sender, picture, signal))
    })
    return { held: pictures.map((_, position) => held.get(position)).filter((picture) => picture !== undefined) }
  } catch (error) {
    const first = pictures.findIndex((_, position) => !held.has(position))
    const before: HeldPicture[] = []
    for (const [position, picture] of held) {
      if (position < first) before[position] = picture
      else picture.release()
    }
    return { held: before, failure: { error } }
  }
}

function withIndex(error: unknown, index: number): unknown {
  // Set on the error itself: a copy would lose the stack that leads to the cause.
  if (isClassifierError(error) && error.code !== 'aborted') Object.assign(error, { index })
  return error
}
