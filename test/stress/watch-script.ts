// A script in; the files that it wrote, the places that it called, and what it left in its own folders, out: seen by strace.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScript } from './run-script'
import type { ScriptEnd } from './run-script'

export interface Watched {
  readonly end: ScriptEnd
  /** Paths that any process or thread of it opened for writing, made, removed or moved. */
  readonly written: readonly string[]
  /** Addresses of sockets that are not local to the machine. */
  readonly called: readonly string[]
  /** What lies in its HOME and its TMPDIR afterwards; both were empty. */
  readonly left: readonly string[]
}

const calls = 'connect,sendto,sendmsg,sendmmsg,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat2,unlink,unlinkat'
// A terminal, nothing and randomness are no files; names of one's own process are no places.
const noFile = /^\/(dev\/(null|tty|urandom|shm\/)|proc\/(self|thread-self|\d+)\/)/

export async function watchScript(script: string, word: unknown, folder: string): Promise<Watched> {
  const own = mkdtempSync(join(folder, 'own-'))
  const [home, temporary, log] = [join(own, 'home'), join(own, 'temporary'), join(own, 'strace.log')]
  for (const place of [home, temporary]) mkdirSync(place)
  const program = ['strace', '-f', '-qq', '-s', '300', '-o', log, '-e', `trace=${calls}`, process.execPath]
  const environment = { HOME: home, TMPDIR: temporary }
  const end = await runScript(script, word, { program, environment, patience: 300_000 })
  const lines = readFileSync(log, 'utf8').split('\n')
  const left = [home, temporary].flatMap((place) => readdirSync(place, { recursive: true }).map(String))
  return { end, written: lines.flatMap(writtenIn), called: lines.flatMap(calledIn), left }
}

/** Also what did not succeed: the wish counts. */
export function writtenIn(line: string): string[] {
  const path = /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1]
  if (path === undefined || noFile.test(path)) return []
  if (/\b(creat|mkdir|mkdirat|rename\w*|unlink\w*)\(/.test(line)) return [path]
  return /\bopen(at2?)?\(/.test(line) && /O_(WRONLY|RDWR|CREAT|APPEND|TRUNC)/.test(line) ? [path] : []
}

export function calledIn(line: string): string[] {
  return /\b(connect|send\w+)\(/.test(line) && /AF_INET6?\b/.test(line) ? [line] : []
}
