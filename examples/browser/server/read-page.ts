// A folder and what a browser asks for in; status, headers and bytes of the answer out.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { contentType } from './content-type'

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Names with a digest never change; all else is asked for again. */
const lifetime = (path: string): string =>
  /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Undefined for a path that leads out of the folder, or is none. */
function placeOf(folder: string, path: string): string | undefined {
  try {
    const place = normalize(join(folder, decodeURIComponent(path)))
    const isInside = path.startsWith('/') && place.startsWith(`${normalize(folder)}${sep}`)
    return isInside && !place.includes('\0') ? place : undefined
  } catch {
    return undefined
  }
}

const tryToRead = (place: string) => readFile(place).catch(() => undefined)

const accepts = (encodings: string): boolean => /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(encodings)

/** What is asked for again is not sent again while it is the same. */
const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`

export interface PageRequest {
  readonly path: string
  /** The headers Accept-Encoding and If-None-Match; empty where there are none. */
  readonly encodings: string
  readonly knownEtag: string
}

const missing: PageAnswer = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('There is no such file.'),
}

export async function readPage(folder: string, { path, encodings, knownEtag }: PageRequest): Promise<PageAnswer> {
  const file = path.endsWith('/') ? `${path}index.html` : path
  const place = placeOf(folder, file)
  if (place === undefined) return missing
  const small = accepts(encodings) ? await tryToRead(`${place}.br`) : undefined
  const body = small ?? (await tryToRead(place))
  if (body === undefined) return missing
  const etag = etagOf(body)
  const headers = {
    'content-type': contentType(file),
    'cache-control': lifetime(file),
    vary: 'accept-encoding',
    etag,
    ...(small !== undefined && { 'content-encoding': 'br' }),
  }
  return etag === knownEtag ? { status: 304, headers, body: Buffer.alloc(0) } : { status: 200, headers, body }
}
