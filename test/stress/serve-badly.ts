// Files of a model in; a server on this machine that sends them whole, slowly, with a stop or torn apart, as its path says, out.
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { serveFiles } from '../../packages/node/test/serve-files'
import type { FileServer } from '../../packages/node/test/serve-files'

const pieces = 6

/** `/slow/` pauses before each piece, `/stalled/` never ends the model, `/torn/` closes the connection amid it. */
export function serveBadly(folder: string, pause: number): Promise<FileServer> {
  return serveFiles((path, _, response) => {
    const bytes = readFileSync(join(folder, basename(path)))
    const fault = path.endsWith('.onnx') ? path.split('/')[1] : 'whole'
    response.setHeader('content-length', bytes.length)
    if (fault === 'slow') return void sendSlowly(bytes, pause, response)
    if (fault === 'whole') return void response.end(bytes)
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    if (fault === 'torn') setTimeout(() => response.destroy(), pause)
  })
}

async function sendSlowly(bytes: Uint8Array, pause: number, response: ServerResponse): Promise<void> {
  const size = Math.ceil(bytes.length / pieces)
  for (let start = 0; start < bytes.length; start += size) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    response.write(bytes.subarray(start, start + size))
  }
  response.end()
}
