// The packed declarations in; what TypeScript says to a user's program with them, whatever it knows of the DOM and of Node, out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import typescript from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileConsumer, consumerSettings, linkNodeTypes, nameSettings } from './package/compile-consumer'
import { temporaryFolder } from './package/temporary-folder'
import { unpackPackages } from './package/unpack-packages'
import { root } from './source-files'
import { nodesOf, parse } from './syntax-tree'

const packages = ['core', 'node', 'web', 'stylelens']
const folder = temporaryFolder()
// the other rows, and other compilers: test/runtimes/typescript.runtimes.test.ts
const rows = consumerSettings.filter(({ dom, node }) => dom === node)
const foreign = [
  /^(InferenceSession|ort\b|Sharp)/,
  /^(NdArray|Buffer|Readable|NodeJS\b.*)$/,
  /^(URL|Blob|File|Response|AbortSignal|ImageBitmap|ImageData|OffscreenCanvas|VideoFrame|Worker)$/,
  /^(HTML|SVG|GPU)/,
]
const declarations = (name: string) => readFileSync(join(root, 'packages', name, 'dist/index.d.ts'), 'utf8')

describe(`a user's program, compiled by TypeScript ${typescript.version}`, () => {
  beforeAll(async () => {
    await unpackPackages(packages, folder)
    linkNodeTypes(folder)
  }, 120_000)

  it.each(rows.map((settings) => [nameSettings(settings), settings] as const))('%s', async (_, settings) => {
    const { code, stdout } = await compileConsumer(folder, join(root, 'node_modules/typescript/bin/tsc'), settings)
    expect(code, stdout).toBe(0)
  })
})

describe('the declarations', () => {
  it('of stylelens are one text under every condition of every entry', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'packages/stylelens/package.json'), 'utf8')) as { exports: object }
    const files = typesOf(exports)
    expect(files).toHaveLength(9)
    const texts = files.map((file) => readFileSync(join(root, 'packages/stylelens', file), 'utf8'))
    expect(new Set(texts).size).toBe(1)
  })

  it.each(packages)('of %s import only from our own packages', (name) => {
    const text = declarations(name)
    const { importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives } = typescript.preProcessFile(text)
    expect(importedFiles.map(({ fileName }) => fileName).filter((from) => from !== '@stylelens/core')).toEqual([])
    expect([...referencedFiles, ...typeReferenceDirectives, ...libReferenceDirectives]).toEqual([])
  })

  it.each(packages)('of %s name no type of onnxruntime, sharp, ndarray, Node or the DOM', (name) => {
    const tree = parse({ path: `${name}.d.ts`, text: declarations(name) })
    const named = [...nodesOf(tree)].filter(typescript.isTypeReferenceNode).map(({ typeName }) => typeName.getText())
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((type) => foreign.some((pattern) => pattern.test(type)))).toEqual([])
  })
})

/** Every file that a `types` of the exports map names. */
function typesOf(entry: object): readonly string[] {
  return Object.entries(entry).flatMap(([condition, value]) =>
    condition === 'types' ? [value as string] : typeof value === 'object' ? typesOf(value as object) : [])
}
