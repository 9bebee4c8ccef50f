// A folder with the built page in; a server that gives it out, compressed where it can be.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageHeaders } from './page-headers'
import { readPage } from './read-page'

export interface SentFile {
  readonly path: string
  /** Of the body, as it went over the wire. */
  readonly bytes: number
}

export interface DemoServer {
  /** With a slash at the end. */
  readonly origin: string
  /** Every answer since the start. */
  readonly sent: SentFile[]
  close(): Promise<void>
}

export interface DemoServerOptions {
  /** 0 takes a free one. */
  readonly port?: number
  /** Sends COOP and COEP, so that WebAssembly has threads. */
  readonly isolated?: boolean
}

export async function serveDemo(folder: string, options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, isolated = false } = options
  const sent: SentFile[] = []
  const headers = pageHeaders(isolated)
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    answer(folder, request, response).then(
      (file) => sent.push(file),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent, close }
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<SentFile> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const { 'accept-encoding': encodings = '', 'if-none-match': knownEtag = '' } = request.headers
  const asked = { path: isRead ? pathname : '', encodings: String(encodings), knownEtag }
  const { status, headers, body } = await readPage(folder, asked)
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
  return { path: pathname, bytes: body.length }
}
