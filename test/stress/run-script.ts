// A script of this folder with its words in; how a Node process of its own ended and what it wrote out.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../source-files'

/** The package as `npm run build` makes it: what users run, workers included. */
export const builtLibrary = pathToFileURL(join(root, 'packages/node/dist/index.js')).href

export interface ScriptEnd {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

export interface ScriptSettings {
  /** Words before the script, the program first; by default this Node alone. */
  readonly program?: readonly string[] | undefined
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** Milliseconds of silence after which the process is ended by SIGKILL. */
  readonly patience: number
}

/** Bundles `name`.ts of this folder into `folder`, so that no loader of TypeScript takes part in what is measured. */
export async function bundleScript(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  const entry = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const form = { bundle: true, format: 'esm', platform: 'node', target: 'es2022', logLevel: 'silent' } as const
  await build({ entryPoints: [entry], outfile, ...form })
  return outfile
}

/** `word` reaches the script as JSON in its command line. */
export function runScript(script: string, word: unknown, settings: ScriptSettings): Promise<ScriptEnd> {
  const [program, ...words] = [...(settings.program ?? [process.execPath]), script, JSON.stringify(word)]
  const environment = { PATH: process.env['PATH'] ?? '', ...settings.environment }
  const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    const written = { stdout: '', stderr: '' }
    const end = (): void => void child.kill('SIGKILL')
    let timer = setTimeout(end, settings.patience)
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        written[name] += text
        clearTimeout(timer)
        timer = setTimeout(end, settings.patience)
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, ...written })
    })
  })
}
