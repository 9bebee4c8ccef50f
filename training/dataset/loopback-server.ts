// An answer to each request comes in, the address of a server on this machine comes out (for the tests of downloads).
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { once } from 'node:events'

export interface LoopbackServer extends AsyncDisposable {
  url: string
  /** The Range header of each request so far, or ''. */
  ranges: string[]
}

/** Starts a server that answers the n-th request (from 0) by `answer`. */
export async function loopbackServer(
  answer: (request: IncomingMessage, response: ServerResponse, number: number) => void,
): Promise<LoopbackServer> {
  const ranges: string[] = []
  const listener: RequestListener = (request, response) => {
    ranges.push(request.headers.range ?? '')
    answer(request, response, ranges.length - 1)
  }
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${address.port}`, ranges, [Symbol.asyncDispose]: close }
}

/** Answers as a good server does: 206 for `bytes=n-`, 416 where n is not in the file, else 200. */
export function serve(bytes: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
  const from = Number(/^bytes=([0-9]+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  } else if (from >= bytes.length) {
    response.writeHead(416).end()
  } else {
    response.writeHead(206, {
      'content-length': bytes.length - from,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    }).end(bytes.subarray(from))
  }
}
