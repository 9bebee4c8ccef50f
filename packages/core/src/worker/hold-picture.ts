// A picture as a caller gives it in; the same as it can be sent out: read where it must be, packed when asked.
import { mayBePicture } from '../classify/may-be-picture'
import { noPicture } from '../classify/no-picture'
import { isDecodedSource } from '../pixels/is-decoded-source'
import type { DecodedSource, DecodeOptions } from '../runtime'
import { untilAborted } from '../abort/until-aborted'
import { withTypedErrors } from '../with-typed-errors'
import { CopyPace } from './copy-pace'
import { isBorrowed, packBorrowed, packOwn } from './pack-picture'
import type { BorrowedPicture, PackedForSending } from './pack-picture'
import type { JobMessage } from './pool-entry'
import type { WorkerPlatform } from './worker-port'

/** A picture of which nothing must be waited for any more. */
export interface HeldPicture {
  pack(pace: CopyPace): Promise<PackedForSending>
  /** To be called when its call is over. */
  release(): void
}

/** Not a promise where there is nothing to read, so that the call keeps its place. */
export function holdPicture<Source>(
  platform: Pick<WorkerPlatform<Source>, 'toTransferable'>,
  picture: Source | DecodedSource,
  options: DecodeOptions,
): HeldPicture | Promise<HeldPicture> {
  if (isBorrowed(picture) && encodedBytes(picture) <= options.maxBytes) {
    return { pack: (pace) => packBorrowed(picture, pace), release: () => undefined }
  }
  if (!mayBePicture(picture)) throw noPicture(picture)
  const reading = withTypedErrors('image-unreadable', 'The picture could not be read', async () => {
    const own = await platform.toTransferable(picture as Source, options)
    return { pack: (pace: CopyPace) => packOwn(own, pace), release: () => own.release?.() }
  })
  return untilAborted(reading, options.signal, (late) => late.release())
}

/** Of what is to be decoded; pixels have no such limit, and of the others nothing is known. */
function encodedBytes(picture: BorrowedPicture): number {
  if (typeof picture === 'string' || isDecodedSource(picture)) return 0
  // A view whose memory was moved elsewhere; a DataView of such throws when it is asked for its length.
  if (ArrayBuffer.isView(picture) && picture.buffer.byteLength === 0) return 0
  return picture.byteLength
}

/** Gives way to the caller's own work while much is copied. */
export async function packHeld(
  held: readonly HeldPicture[],
  platform: Pick<WorkerPlatform<never>, 'pause'>,
): Promise<JobMessage> {
  const pace = new CopyPace(() => platform.pause())
  const values: unknown[] = []
  const transfer: object[] = []
  for (const picture of held) {
    const message = await picture.pack(pace)
    values.push(message.packed)
    transfer.push(...message.transfer)
  }
  return { values, transfer }
}
