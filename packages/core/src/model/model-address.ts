// The http(s) address of a model as a caller writes it in; its folder, and which file in it comes first, out.
import { nameOfSource } from '../source/describe-source'

export interface ModelAddress {
  /** Ends with '/'. */
  readonly folder: string
  /** Sent with every file: '' or '?...'. */
  readonly query: string
  /** manifest.json, or the JSON file that the address itself names. */
  readonly file: string
  /** For messages: no user, no password, no query. */
  readonly name: string
}

/** The core has no URL: the few parts that matter are cut out of the text. */
export function readModelAddress(address: string): ModelAddress {
  const name = nameOfSource(address) ?? 'the address'
  const [, path, query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? []
  const [, folder, file] = /^([a-z]+:\/\/.*\/)([^/]+\.json)$/i.exec(path) ?? []
  if (file !== undefined) return { folder, query, file, name }
  return { folder: path.endsWith('/') ? path : `${path}/`, query, file: 'manifest.json', name }
}

/** The address of a file by its path within the folder. */
export function addressOfFile({ folder, query }: ModelAddress, file: string): string {
  return folder + file.split('/').map(encodeURIComponent).join('/') + query
}
