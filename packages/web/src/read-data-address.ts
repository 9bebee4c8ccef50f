// A data: address in; its bytes out, without a request that a Content-Security-Policy might forbid.

/** Throws a plain error where it is not well formed. */
export function readDataAddress(address: string): Uint8Array<ArrayBuffer> {
  const comma = address.indexOf(',')
  if (comma === -1) throw new Error('it has no comma')
  const body = address.slice(comma + 1).replace(/#.*$/s, '')
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma))
  if (isBase64) return fromCharacters(atob(body.includes('%') ? decodeURIComponent(body) : body))
  return fromCharacters(unescapeBytes(body))
}

/** %xx is a byte and not a character; what else is not ASCII is UTF-8. */
function unescapeBytes(text: string): string {
  const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  return characters.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

const fromCharacters = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
