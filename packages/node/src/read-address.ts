// A path or an address in, the bytes of that picture out. Here the doors of `inputs` are kept.
import { fileURLToPath } from 'node:url'
import { ClassifierError, isClassifierError, tooManyBytes } from '@stylelens/core'
import type { DecodeOptions } from '@stylelens/core'
import { downloadImage } from './download-image'
import { readImageFile } from './read-image-file'

/** The error of a value that is no picture at all. */
export const wrongType = (name: string, reason: string) =>
  new ClassifierError(
    'input-type',
    `Cannot read ${name}: ${reason}. ` +
      'Pass a path, an http(s), file: or data: address, a Blob, a Response, a stream, bytes or pixels.',
  )

function closed(name: string, door: 'files' | 'network'): ClassifierError {
  const where = door === 'files' ? 'a file' : 'the network'
  return new ClassifierError(
    'input-closed',
    `Cannot read ${name}: it leads to ${where}, which is closed by \`inputs: { ${door}: false }\`. ` +
      'Open it, or pass the bytes.',
  )
}

/** 'http:', 'file:' ... or null for a path. One letter and a colon are a drive; other schemes need two slashes. */
export function protocolOf(address: string): string | null {
  return /^(data:|file:|https?:|[a-z][a-z0-9+.-]+:(?=\/\/)|blob:)/i.exec(address)?.[1]?.toLowerCase() ?? null
}

async function readDataAddress(address: string, name: string, options: DecodeOptions): Promise<Uint8Array> {
  // base64 makes four characters of three bytes, so much more text than this cannot fit
  if (address.length > options.maxBytes * 4) throw tooManyBytes(name, `more than ${options.maxBytes}`, options.maxBytes)
  try {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
    if (bytes.length > options.maxBytes) throw tooManyBytes(name, bytes.length, options.maxBytes)
    return bytes
  } catch (error) {
    if (isClassifierError(error)) throw error
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: it is not well formed.`, { cause: error })
  }
}

function pathOf(address: string, name: string): string {
  try {
    return fileURLToPath(address)
  } catch (error) {
    throw new ClassifierError(
      'image-not-found',
      `Cannot find ${name}: ${(error as Error).message}. Check the address.`,
      { cause: error },
    )
  }
}

/** The bytes behind a path (protocol null) or an address. Throws 'input-closed' where its door is closed. */
export async function readAddress(
  address: string,
  protocol: string | null,
  name: string,
  options: DecodeOptions,
): Promise<Uint8Array> {
  if (protocol === 'data:') return readDataAddress(address, name, options)
  if (protocol === 'http:' || protocol === 'https:') {
    if (!options.inputs.network) throw closed(name, 'network')
    return downloadImage(address, name, options)
  }
  if (protocol !== null && protocol !== 'file:')
    throw wrongType(name, `addresses that begin with "${protocol}" cannot be read here`)
  if (!options.inputs.files) throw closed(name, 'files')
  return readImageFile(protocol === null ? address : pathOf(address, name), name, options)
}
