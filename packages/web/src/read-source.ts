// A picture of any encoded kind in, the bytes of its file out.
import { readStream, throwIfAborted, tooManyBytes, untilAborted } from '@stylelens/core'
import type {
  BlobLike,
  DecodeOptions,
  EncodedSource,
  ReadableStreamLike,
  ResponseLike,
  UrlLike,
} from '@stylelens/core'
import { readAddress } from './read-address'
import { blobError, downloadError, unreadable, wrongType } from './source-errors'

const has = (source: object, name: string): boolean => typeof (source as Record<string, unknown>)[name] === 'function'
const isUrl = (source: object): source is UrlLike => 'href' in source && 'protocol' in source
const isBlob = (source: object): source is BlobLike => has(source, 'arrayBuffer') && 'size' in source
const isResponse = (source: object): source is ResponseLike => has(source, 'arrayBuffer') && 'status' in source
const isStream = (source: object): source is ReadableStreamLike | AsyncIterable<unknown> =>
  has(source, 'getReader') || Symbol.asyncIterator in source

/** Also of another frame, and shared memory. */
const isBuffer = (source: object): source is ArrayBuffer =>
  /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(source))

async function readBlob(blob: BlobLike, name: string, options: DecodeOptions): Promise<Uint8Array> {
  if (blob.size > options.maxBytes) throw tooManyBytes(name, blob.size, options.maxBytes)
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (error) {
    throw blobError(blob, error)
  }
}

/** Throws 'image-download' unless the status is 200, 'image-too-large', 'image-unreadable'. */
async function readResponse(response: ResponseLike, name: string, limits: DecodeOptions): Promise<Uint8Array> {
  if (response.status !== 200) throw downloadError(name, `the server answered with status ${response.status}`)
  if (response.bodyUsed) throw unreadable(name, 'its body was already read. Pass a clone.')
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > limits.maxBytes) throw tooManyBytes(name, announced, limits.maxBytes)
  return response.body === null ? new Uint8Array() : readStream(response.body, name, limits)
}

function viewBytes(source: ArrayBuffer | ArrayBufferView, name: string, maxBytes: number): Uint8Array {
  if (source.byteLength > maxBytes) throw tooManyBytes(name, source.byteLength, maxBytes)
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
  // a Blob takes no shared memory
  return /Shared/.test(Object.prototype.toString.call(bytes.buffer)) ? bytes.slice() : bytes
}

function readObject(source: object, name: string, options: DecodeOptions): Promise<Uint8Array> | Uint8Array {
  if (ArrayBuffer.isView(source) || isBuffer(source)) return viewBytes(source, name, options.maxBytes)
  if (isUrl(source)) return readAddress(source.href, name, options)
  if (isResponse(source)) return readResponse(source, name, options)
  if (isBlob(source)) return readBlob(source, name, options)
  if (isStream(source)) return readStream(source, name, options)
  throw wrongType(name, 'it is an object of no known kind')
}

/** The encoded bytes of a picture, never more than `maxBytes`; typed errors as in the table of codes. */
export async function readSource(source: EncodedSource, name: string, options: DecodeOptions): Promise<Uint8Array> {
  throwIfAborted(options.signal)
  if (typeof source === 'string') return untilAborted(readAddress(source, name, options), options.signal)
  if (typeof source !== 'object' || source === null) throw wrongType(name, `it is of type ${typeof source}`)
  return untilAborted(Promise.resolve(readObject(source, name, options)), options.signal)
}
