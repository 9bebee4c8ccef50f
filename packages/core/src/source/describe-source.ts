// A picture of any encoded kind in, a short name for error messages out: without credentials, queries or data.
import type { EncodedSource } from './encoded-source'

const longestName = 80

const shorten = (text: string) => (text.length > longestName ? `${text.slice(0, longestName - 3)}...` : text)

/** An address as messages may show it: no user, no password and no query, which may hold a token. */
function showAddress(address: string): string | undefined {
  if (/^data:/i.test(address)) return undefined
  const bare = address.replace(/^([a-z][a-z0-9+.-]+:\/\/)[^/?#]*@/i, '$1')
  return shorten(/^https?:/i.test(bare) ? bare.replace(/[?#].*$/s, '') : bare)
}

/** The path, address or file name of the picture; undefined where it has none. */
export function nameOfSource(source: EncodedSource): string | undefined {
  if (typeof source === 'string') return showAddress(source)
  if (typeof source !== 'object' || source === null) return undefined
  if ('href' in source) return showAddress(String(source.href))
  if ('status' in source && typeof source.url === 'string' && source.url !== '') return showAddress(source.url)
  return 'size' in source && typeof source.name === 'string' ? shorten(source.name) : undefined
}

/** How messages call this picture: `"shirt.png"`, or `the picture`. */
export function describeSource(source: EncodedSource): string {
  const name = nameOfSource(source)
  return name === undefined ? 'the picture' : JSON.stringify(name)
}
