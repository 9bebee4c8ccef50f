// The packed packages in; what they answer in Node and in Bun, installed by pnpm and by Bun, out.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cacheFolder } from '../../training/cache-folder'
import { packPackages } from '../package/pack-packages'
import type { Tarball } from '../package/pack-packages'
import { registryAnswers, runProgram } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { installRuntime } from '../runtimes/install-runtime'
import { runtimePrograms } from '../runtimes/runtime-programs'
import type { RuntimeProgram } from '../runtimes/runtime-programs'
import { root } from '../source-files'

const pnpm: RuntimeProgram = { name: 'pnpm', install: 'pnpm@12.21.0', packageName: 'pnpm', program: 'bin/pnpm.mjs', words: [] }
const bun = runtimePrograms.find(({ name }) => name.startsWith('Bun'))

interface PackageManager {
  readonly name: string
  /** What installs. */
  readonly installer: RuntimeProgram
  /** Its words; a program of JavaScript comes first. */
  readonly words: (program: string) => readonly string[]
  /** What runs the script afterwards. */
  readonly runsInNode: boolean
}

// Downloads are kept outside of the temporary folder; neither runs scripts of dependencies unless it is told to.
const managers: readonly PackageManager[] = [
  {
    name: 'pnpm',
    installer: pnpm,
    words: (program) => [program, 'install', '--store-dir', cacheFolder('pnpm-store'), '--prefer-offline', '--ignore-scripts'],
    runsInNode: true,
  },
  ...(bun === undefined ? [] : [{ name: 'Bun', installer: bun, words: () => ['install', '--ignore-scripts'], runsInNode: false }]),
]

const names = ['core', 'web', 'node', 'stylelens']
const fullName = (name: string) => (name === 'stylelens' ? name : `@stylelens/${name}`)
const registry = available('registry', await registryAnswers(), "npm's registry does not answer")
const folder = temporaryFolder()
let tarballs: readonly Tarball[]

/** Of packages that no registry has, these are to be taken wherever another one asks for them. */
function writeProject(place: string): void {
  mkdirSync(place)
  const ours = Object.fromEntries(tarballs.map(({ name, path }) => [fullName(name), `file:${path}`]))
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies: ours, overrides: ours }
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest))
  const overrides = Object.entries(ours).map(([name, path]) => `  '${name}': '${path}'\n`)
  writeFileSync(join(place, 'pnpm-workspace.yaml'), `packages: ['.']\noverrides:\n${overrides.join('')}`)
  copyFileSync(join(root, 'test/package/classify-picture.mjs'), join(place, 'classify-picture.mjs'))
  writeFileSync(join(place, 'names.mjs'), "console.log(Object.keys(await import('@stylelens/web')).sort().join())\n")
}

describe.skipIf(!registry)('installed from tarballs', () => {
  beforeAll(async () => {
    tarballs = await packPackages(names, folder)
  }, 240_000)

  describe.each([...managers])('by $name', ({ name, installer, words, runsInNode }) => {
    const place = join(folder, name)
    let program: string
    const run = (...given: string[]) => runProgram(program, given, place)

    beforeAll(async () => {
      const installed = await installRuntime(installer)
      if ('missing' in installed) throw new Error(installed.missing)
      program = runsInNode ? process.execPath : installed.program
      writeProject(place)
      const environment = { ONNXRUNTIME_NODE_INSTALL: 'skip', BUN_INSTALL_CACHE_DIR: cacheFolder('bun-store'), CI: '1' }
      const { code, stdout, stderr } = await runProgram(program, words(installed.program), place, environment)
      expect(code, stdout + stderr).toBe(0)
    }, 500_000)

    it('classifies a picture, and prints nothing else', { timeout: 120_000 }, async () => {
      const { code, stdout, stderr } = await run('classify-picture.mjs', join(root, 'samples/pictures/coat.png'))
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(JSON.parse(stdout).predictions[0].label).toBe('Coat')
    })

    it('imports @stylelens/web, which touches nothing outside of a browser', async () => {
      const expected = 'ClassifierError,classify,clearCache,createClassifier,embeddedModelNames,getCapabilities,isClassifierError'
      expect(await run('names.mjs')).toEqual({ code: 0, stdout: `${expected}\n`, stderr: '' })
    })

    it('has the command that copies assets', async () => {
      const command = join(place, 'node_modules/.bin/stylelens-web')
      expect(existsSync(command)).toBe(true)
      const { code, stderr } = await runProgram(command, ['copy-assets', join(place, 'public/dist')], place)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(existsSync(join(place, 'public/runtime/ort-wasm-simd-threaded.wasm'))).toBe(true)
    })
  })
})
