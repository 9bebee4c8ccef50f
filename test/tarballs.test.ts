// Checks what would be published: the file lists, and the verdicts of publint and "are the types wrong".
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { packPackages, type Tarball } from './package/pack-packages'
import { runNode } from './package/run-command'
import { temporaryFolder } from './package/temporary-folder'
import { root } from './source-files'

const names = ['core', 'node', 'stylelens', 'tfjs-to-onnx']
const folder = temporaryFolder()
let tarballs: ReadonlyMap<string, Tarball>

beforeAll(async () => {
  tarballs = new Map((await packPackages(names, folder)).map((tarball) => [tarball.name, tarball]))
}, 180_000)

function tarball(name: string): Tarball {
  const found = tarballs.get(name)
  if (found === undefined) throw new Error(`packages/${name} was not packed.`)
  return found
}

const library = ['LICENSE', 'dist/index.cjs', 'dist/index.d.cts', 'dist/index.d.ts', 'dist/index.js', 'package.json']
const models = ['fashion-nano', 'fashion-small'].flatMap((name) => [
  `models/${name}/manifest.json`,
  `models/${name}/model.onnx`,
])
const contents: Readonly<Record<string, readonly string[]>> = {
  core: library,
  node: [...library, ...models],
  stylelens: [...library, 'dist/cli.js'],
  'tfjs-to-onnx': [...library, 'NOTICE'],
}

describe.each(names)('%s', (name) => {
  it('publishes exactly its build, its models and its licence', () => {
    const files = tarball(name).files.filter((path) => path !== 'README.md')
    expect([...files].sort()).toEqual([...(contents[name] ?? [])].sort())
  })

  it('names no file of this machine in its build', () => {
    const build = tarball(name).files.filter((path) => path.startsWith('dist/'))
    expect(build.filter((path) => readFileSync(join(root, 'packages', name, path), 'utf8').includes(root))).toEqual([])
  })

  it('satisfies publint', async () => {
    const bytes = new Uint8Array(readFileSync(tarball(name).path))
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  it('has the right types for every way of importing it', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const { code, stdout } = await runNode(
      [attw, tarball(name).path, '--no-color', '--no-emoji', '--format', 'ascii'],
      folder,
    )
    expect(code, stdout).toBe(0)
  })
})
