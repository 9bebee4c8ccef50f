// Nothing in; an X server that draws into memory, by the name that programs find it with, out.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'

export interface VirtualScreen {
  /** For the environment variable DISPLAY. */
  readonly display: string
  close(): void
}

export function findXvfb(): string | undefined {
  return ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb', '/opt/X11/bin/Xvfb'].find((place) => existsSync(place))
}

/** The server chooses a free number by itself and writes it when it is ready. */
export async function startVirtualScreen(): Promise<VirtualScreen> {
  const program = findXvfb()
  if (program === undefined) throw new Error('Xvfb is not installed. Get it with: apt-get install xvfb')
  const words = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']
  const server = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it was ready.`)))
    ;(server.stdio[3] as Readable).once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
  })
  return { display: `:${number}`, close: () => void server.kill() }
}
