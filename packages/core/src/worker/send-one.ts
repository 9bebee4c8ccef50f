// One picture and a call in; the worker's answer out.
import type { DecodedSource, DecodeOptions } from '../runtime'
import type { WaitingRoom } from '../queue/waiting-room'
import { withTypedErrors } from '../with-typed-errors'
import { holdPicture, packHeld } from './hold-picture'
import type { HeldPicture } from './hold-picture'
import type { PoolJob } from './pool-entry'
import type { WorkerMethod } from './protocol'
import type { WorkerPlatform } from './worker-port'
import type { WorkerPool } from './worker-pool'

/** What sending pictures needs. */
export interface Sender<Source> {
  readonly platform: WorkerPlatform<Source>
  readonly pool: WorkerPool
  readonly room: WaitingRoom
  readonly decode: Omit<DecodeOptions, 'signal'>
  /** Pictures in one run of a list. */
  readonly listSize: number
}

/** A call of the classifier that takes pictures. */
export interface PictureCall {
  readonly method: WorkerMethod
  /** Those of the call, checked; the signal is none of them. */
  readonly options: object
  readonly signal: DecodeOptions['signal'] | undefined
}

export async function sendOne<Source, Result>(
  sender: Sender<Source>,
  picture: Source | DecodedSource,
  { method, options, signal }: PictureCall,
): Promise<Result> {
  const { platform, pool, room } = sender
  const leave = room.enter(1)
  let held: HeldPicture | undefined
  try {
    const holding = hold(sender, picture, signal)
    // No waiting where there is nothing to wait for: calls go to the workers in the order in which they were made.
    const holder = held = holding instanceof Promise ? await holding : holding
    const pack: PoolJob['pack'] = async () => {
      const { values: [packed], transfer } = await packHeld([holder], platform)
      return { values: [packed, options], transfer }
    }
    return await sendable(() => pool.run<Result>({ method, weight: 1, signal, pack, onStart: leave }))
  } finally {
    leave()
    held?.release()
  }
}

export function hold<Source>(
  { platform, decode }: Sender<Source>,
  picture: Source | DecodedSource,
  signal: PictureCall['signal'],
): HeldPicture | Promise<HeldPicture> {
  return holdPicture(platform, picture, { ...decode, inputs: { ...decode.inputs }, ...(signal && { signal }) })
}

/** What a port refuses to clone is no picture that a worker could read. */
export function sendable<Result>(send: () => Promise<Result>): Promise<Result> {
  return withTypedErrors('input-type', 'The picture cannot be sent to a worker', send)
}
