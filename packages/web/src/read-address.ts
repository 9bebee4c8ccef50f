// An address in, the bytes of that picture out. Here the doors of `inputs` are kept.
import { ClassifierError, tooManyBytes } from '@stylelens/core'
import type { DecodeOptions } from '@stylelens/core'
import { downloadImage } from './download-image'
import { pageAddress } from './page-address'
import { readDataAddress } from './read-data-address'
import { downloadError, unreadable, wrongType } from './source-errors'

function closed(name: string): ClassifierError {
  return new ClassifierError(
    'input-closed',
    `Cannot read ${name}: it leads to the network, which is closed by \`inputs: { network: false }\`. ` +
      'Open it, or pass the bytes.',
  )
}

function readData(address: string, name: string, { maxBytes }: DecodeOptions): Uint8Array {
  // base64 makes four characters of three bytes, so much more text than this cannot fit
  if (address.length > maxBytes * 4) throw tooManyBytes(name, `more than ${maxBytes}`, maxBytes)
  let bytes: Uint8Array
  try {
    bytes = readDataAddress(address)
  } catch (error) {
    throw unreadable(name, 'it is not well formed. Write it as data:[type][;base64],data.', error)
  }
  if (bytes.length > maxBytes) throw tooManyBytes(name, bytes.length, maxBytes)
  return bytes
}

/** Relative addresses are of the page, or of the worker's script, as everywhere in a browser. */
function resolve(address: string, name: string): URL {
  try {
    return new URL(address, pageAddress())
  } catch (error) {
    throw downloadError(name, 'it is not a valid address', error)
  }
}

/**
 * The bytes behind an address. A blob: address is of the page's own memory and needs no open door.
 * Throws 'input-closed', 'input-type', 'image-download', 'image-too-large', 'image-unreadable' or 'aborted'.
 */
export async function readAddress(address: string, name: string, options: DecodeOptions): Promise<Uint8Array> {
  if (/^data:/i.test(address)) return readData(address, name, options)
  const url = resolve(address, name)
  if (url.protocol === 'blob:') return downloadImage(url.href, address, options)
  if (!/^(https?|(chrome|moz|safari-web)-extension):$/.test(url.protocol)) {
    throw wrongType(name, `addresses that begin with "${url.protocol}" cannot be read in a browser`)
  }
  if (!options.inputs.network) throw closed(name)
  if (url.username || url.password) {
    throw downloadError(name, 'its address holds a user or a password, which is not supported')
  }
  return downloadImage(url.href, address, options)
}
