// A picture of any encoded kind in, the bytes of its file out.
import { isAnyArrayBuffer } from 'node:util/types'
import { ClassifierError, readStream, tooManyBytes } from '@stylelens/core'
import type { BlobLike, DecodeOptions, EncodedSource, ReadableStreamLike, ResponseLike, UrlLike } from '@stylelens/core'
import { checkAborted, orAborted } from './check-aborted'
import { readResponse } from './download-image'
import { protocolOf, readAddress, wrongType } from './read-address'

type Method = (...values: never[]) => unknown

const has = (source: object, name: string): boolean => typeof (source as Record<string, Method>)[name] === 'function'
const isUrl = (source: object): source is UrlLike => 'href' in source && 'protocol' in source
const isBlob = (source: object): source is BlobLike => has(source, 'arrayBuffer') && 'size' in source
const isResponse = (source: object): source is ResponseLike => has(source, 'arrayBuffer') && 'status' in source
const isStream = (source: object): source is ReadableStreamLike | AsyncIterable<unknown> =>
  has(source, 'getReader') || Symbol.asyncIterator in source

async function readBlob(blob: BlobLike, name: string, options: DecodeOptions): Promise<Uint8Array> {
  if (blob.size > options.maxBytes) throw tooManyBytes(name, blob.size, options.maxBytes)
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (error) {
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: ${(error as Error).message}.`, { cause: error })
  }
}

function viewBytes(source: ArrayBuffer | ArrayBufferView, name: string, maxBytes: number): Uint8Array {
  if (source.byteLength > maxBytes) throw tooManyBytes(name, source.byteLength, maxBytes)
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
  // the decoder takes no shared memory
  return bytes.buffer instanceof SharedArrayBuffer ? bytes.slice() : bytes
}

function readObject(source: object, name: string, options: DecodeOptions): Promise<Uint8Array> | Uint8Array {
  if (ArrayBuffer.isView(source) || isAnyArrayBuffer(source)) {
    return viewBytes(source as ArrayBuffer | ArrayBufferView, name, options.maxBytes)
  }
  if (isUrl(source)) return readAddress(source.href, source.protocol.toLowerCase(), name, options)
  if (isResponse(source)) return readResponse(source, name, options)
  if (isBlob(source)) return readBlob(source, name, options)
  if (isStream(source)) return readStream(source, name, options)
  throw wrongType(name, 'it is an object of no known kind')
}

/** The encoded bytes of a picture, never more than `maxBytes`; typed errors as in the table of codes. */
export async function readSource(source: EncodedSource, name: string, options: DecodeOptions): Promise<Uint8Array> {
  checkAborted(options.signal)
  if (typeof source === 'string')
    return orAborted(readAddress(source, protocolOf(source), name, options), options.signal)
  if (typeof source !== 'object' || source === null) throw wrongType(name, `it is of type ${typeof source}`)
  return orAborted(Promise.resolve(readObject(source, name, options)), options.signal)
}
