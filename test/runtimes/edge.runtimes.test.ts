// The built browser package, bundled for edge runtimes, in; the typed error that it gives on each of them out.
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { available } from '../requirement'
import { root } from '../source-files'
import { edgePrograms } from './edge-programs'
import { installRuntime } from './install-runtime'

const app = `
  import { classify, isClassifierError } from 'stylelens'
  export const answer = () => classify(new Uint8Array(8)).then(
    () => 'an answer',
    (error) => isClassifierError(error) + ' ' + error.message)
`

/** As hosts bundle it: everything in one script, and the conditions of an edge runtime instead of Node's. */
async function bundle(): Promise<string> {
  const { outputFiles: [file] } = await build({
    stdin: { contents: app, resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'edgeApp',
    platform: 'browser',
    conditions: ['workerd', 'edge-light', 'worker'],
    tsconfigRaw: {}, // not ours, which leads to the sources
    logLevel: 'silent',
  })
  return file.text
}

describe.each([...edgePrograms])('$name', async (program) => {
  const installed = await installRuntime(program)
  const reason = 'missing' in installed ? installed.missing : ''
  const present = available('runtimes', !('missing' in installed), `${program.name}: ${reason}`)

  it.skipIf(!present)('imports the package, and is told with a typed error that it cannot run it', async () => {
    if ('missing' in installed) return
    const answer = await program.ask(installed.program, await bundle())
    expect(answer).toMatch(new RegExp(`^true StyleLens does not run on .*${program.name}.*\\[provider-failed\\]$`))
  }, 120_000)
})
