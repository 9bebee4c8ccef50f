// The packed declarations in; what the oldest TypeScript, that of this repository and the newest of npm say to them out.
import { beforeAll, describe, expect, it } from 'vitest'
import typescript from 'typescript'
import { compileConsumer, consumerSettings, linkNodeTypes, nameSettings } from '../package/compile-consumer'
import { runNpm } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { unpackPackages } from '../package/unpack-packages'
import { available } from '../requirement'
import { installRuntime } from './install-runtime'

const folder = temporaryFolder()
const { code, stdout } = await runNpm(['view', 'typescript', 'version'], folder)
const newest = stdout.trim()
const registry = available('registry', code === 0 && newest !== '', "npm's registry does not answer")

beforeAll(async () => {
  await unpackPackages(['core', 'node', 'web', 'stylelens'], folder)
  linkNodeTypes(folder)
}, 120_000)

describe.skipIf(!registry).each(['5.4.5', typescript.version, newest])('TypeScript %s', (version) => {
  let compiler: string
  beforeAll(async () => {
    const name = 'typescript'
    const installed = await installRuntime({ name, install: `${name}@${version}`, packageName: name, program: 'bin/tsc', words: [] })
    if ('missing' in installed) throw new Error(installed.missing)
    compiler = installed.program
  }, 120_000)

  it.each(consumerSettings.map((settings) => [nameSettings(settings), settings] as const))('compiles: %s', async (_, settings) => {
    const result = await compileConsumer(folder, compiler, settings)
    expect(result.code, result.stdout).toBe(0)
  })
})
