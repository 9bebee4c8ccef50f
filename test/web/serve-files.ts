// Folders and pages by their address in; a server on localhost that gives them out.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

export interface FileServer {
  /** With a slash at the end. */
  readonly origin: string
  /** Every request since the start, as `GET /path`. */
  readonly requests: string[]
  close(): Promise<void>
}

export interface ServedFolders {
  /** Prefixes that fit are tried from the longest on; several folders are looked through in order. */
  readonly [prefix: string]: string | readonly string[] | Answer
}

/** True where it has answered. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
}

export const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

const blank = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body></body></html>'

/** Without a page of its own, / is an empty one. */
export async function serveFiles(
  folders: ServedFolders,
  headers: Readonly<Record<string, string>> = {},
): Promise<FileServer> {
  const requests: string[] = []
  const prefixes = Object.keys(folders).sort((one, other) => other.length - one.length)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    requests.push(`${request.method} ${path}`)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    void answer(path, request, response)
  })
  const answer = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    for (const prefix of prefixes.filter((start) => path.startsWith(start))) {
      const found = folders[prefix]
      if (typeof found === 'function') {
        if (await found(request, response)) return
        continue
      }
      for (const folder of typeof found === 'string' ? [found] : found) {
        const place = normalize(`/${path.slice(prefix.length)}`)
        if (await sendFile(join(folder, place.endsWith('/') ? `${place}index.html` : place), response)) return
      }
    }
    if (path === '/') return send(response, 200, types['.html'], blank)
    send(response, 404, 'text/plain', 'There is no such file.')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { origin: `http://127.0.0.1:${port}/`, requests, close }
}

async function sendFile(place: string, response: ServerResponse): Promise<boolean> {
  try {
    send(response, 200, types[extname(place)] ?? 'application/octet-stream', await readFile(place))
    return true
  } catch {
    return false
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
