// A picture of the caller in, a message that holds it and what moves along out; and back to a picture, in the worker.
import type { DecodedSource } from '../runtime'
import { isDecodedSource } from '../pixels/is-decoded-source'
import { CopyPace } from './copy-pace'
import type { OwnPicture } from './worker-port'

export type PackedPicture =
  | { readonly value: unknown }
  | { readonly bytes: Uint8Array; readonly name: string | undefined }

/** What is to be sent, and the parts of it that move. */
export interface PackedForSending {
  readonly packed: PackedPicture
  readonly transfer: readonly object[]
}

/** Strings, and pixels and bytes in the caller's memory: what needs no platform. */
export type BorrowedPicture = string | ArrayBuffer | ArrayBufferView | DecodedSource

export function isBorrowed(picture: unknown): picture is BorrowedPicture {
  if (typeof picture === 'string') return true
  if (typeof picture !== 'object' || picture === null) return false
  return ArrayBuffer.isView(picture) || isBuffer(picture) || isDecodedSource(picture)
}

/** The caller's memory is copied, once, and never detached; memory that is shared stays where it is. */
export async function packBorrowed(picture: BorrowedPicture, pace: CopyPace): Promise<PackedForSending> {
  if (typeof picture === 'string') return { packed: { value: picture }, transfer: [] }
  if (isDecodedSource(picture)) return packPixels(picture, pace)
  const bytes = ArrayBuffer.isView(picture) ? picture : bytesOf(picture)
  const { view, moves } = await copyOf(bytes, pace)
  return { packed: { value: view }, transfer: moves }
}

export async function packOwn(picture: OwnPicture, pace: CopyPace): Promise<PackedForSending> {
  const { value, bytes, name, transfer = [] } = picture
  if (bytes === undefined) return { packed: { value }, transfer }
  // A view of a larger buffer, such as the pool of Node's Buffer, must not take that along.
  const isWhole = bytes.constructor === Uint8Array && !isShared(bytes.buffer)
    && bytes.byteLength === bytes.buffer.byteLength
  const sent = isWhole ? bytes : await copyBytes(bytes, pace)
  return { packed: { bytes: sent, name }, transfer: [...transfer, sent.buffer] }
}

/** Only the fields that core reads: an ImageData and an ndarray of a library are no plain objects. */
async function packPixels(picture: DecodedSource, pace: CopyPace): Promise<PackedForSending> {
  const { data, width, height, channels, shape, stride, offset, dtype } = picture as PixelFields
  const { view, moves } = ArrayBuffer.isView(data) ? await copyOf(data, pace) : { view: data, moves: [] }
  const fields = shape === undefined ? { width, height, channels } : { shape, stride, offset, dtype }
  return { packed: { value: { data: view, ...withoutUndefined(fields) } }, transfer: moves }
}

interface PixelFields {
  readonly data: unknown
  readonly width?: unknown
  readonly height?: unknown
  readonly channels?: unknown
  readonly shape?: unknown
  readonly stride?: unknown
  readonly offset?: unknown
  readonly dtype?: unknown
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

type ViewClass = new (buffer: ArrayBuffer) => ArrayBufferView

const viewClasses: Readonly<Record<string, ViewClass>> = {
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
  BigInt64Array, BigUint64Array, Float32Array, Float64Array, DataView,
}

interface Copy {
  readonly view: ArrayBufferView
  readonly moves: readonly object[]
}

async function copyOf(view: ArrayBufferView, pace: CopyPace): Promise<Copy> {
  if (isShared(view.buffer)) return { view, moves: [] }
  // A view whose memory was moved elsewhere has no bytes; a DataView of such throws when it is asked for them.
  if (view.buffer.byteLength === 0) return { view: new Uint8Array(), moves: [] }
  const View = viewClasses[tagOf(view)]
  // Kinds of arrays that this engine has and core does not know are copied by the cloning itself.
  if (View === undefined) return { view, moves: [] }
  const { buffer } = await copyBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), pace)
  return { view: new View(buffer as ArrayBuffer), moves: [buffer] }
}

/** Into memory of its own, with pauses where there is much to copy. */
async function copyBytes(bytes: Uint8Array, pace: CopyPace): Promise<Uint8Array> {
  const copy = new Uint8Array(bytes.byteLength)
  for (let start = 0; start < copy.length; start += CopyPace.step) {
    const step = bytes.subarray(start, start + CopyPace.step)
    await pace.take(step.length)
    copy.set(step, start)
  }
  return copy
}

const bytesOf = (buffer: ArrayBuffer): Uint8Array => buffer.byteLength === 0 ? new Uint8Array() : new Uint8Array(buffer)
const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)
const isShared = (value: object): boolean => tagOf(value) === 'SharedArrayBuffer'
const isBuffer = (value: object): value is ArrayBuffer => tagOf(value) === 'ArrayBuffer' || isShared(value)

/** The worker's side. Bytes with a name become what every platform reads as a file of that name. */
export function unpackPicture(picture: PackedPicture): unknown {
  if (!('bytes' in picture)) return picture.value
  const { bytes, name } = picture
  return {
    size: bytes.byteLength,
    type: '',
    ...(name !== undefined && { name }),
    arrayBuffer: async () => bytes.buffer,
  }
}
