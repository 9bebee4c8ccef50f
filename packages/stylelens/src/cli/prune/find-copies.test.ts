// Trees of node_modules as npm, yarn and pnpm lay them out in; the copies of onnxruntime-node in them out.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findCopies } from './find-copies'

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stylelens-')))
})
afterEach(() => rmSync(root, { recursive: true }))

function addPackage(path: string, name = path.split('node_modules/').at(-1), version = '1.30.0'): void {
  mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, path, 'package.json'), JSON.stringify({ name, version }))
}

const find = async (folder = '') =>
  (await findCopies(join(root, folder))).map((copy) => `${relative(root, copy.folder)} ${copy.version}`)

it('finds none where there is none', async () => expect(await find()).toEqual([]))

it('finds those of the project and of its packages, scoped ones among them', async () => {
  addPackage('node_modules/onnxruntime-node')
  addPackage('node_modules/other/node_modules/onnxruntime-node', 'onnxruntime-node', '1.20.0')
  addPackage('node_modules/@scope/deep/node_modules/onnxruntime-node', 'onnxruntime-node', '1.14.0')
  expect(await find()).toEqual([
    'node_modules/@scope/deep/node_modules/onnxruntime-node 1.14.0',
    'node_modules/onnxruntime-node 1.30.0',
    'node_modules/other/node_modules/onnxruntime-node 1.20.0',
  ])
})

it('finds one that was put into a folder above', async () => {
  addPackage('node_modules/onnxruntime-node')
  mkdirSync(join(root, 'packages/app'), { recursive: true })
  expect(await find('packages/app')).toEqual(['node_modules/onnxruntime-node 1.30.0'])
})

it("finds pnpm's, once, however many links lead to it", async () => {
  const stored = 'node_modules/.pnpm/onnxruntime-node@1.30.0/node_modules/onnxruntime-node'
  addPackage(stored)
  addPackage('node_modules/.pnpm/user@1.0.0/node_modules/user')
  symlinkSync(join(root, stored), join(root, 'node_modules/.pnpm/user@1.0.0/node_modules/onnxruntime-node'))
  symlinkSync(join(root, 'node_modules/.pnpm/user@1.0.0/node_modules/user'), join(root, 'node_modules/user'))
  expect(await find()).toEqual([`${stored} 1.30.0`])
})

it('follows the links of workspaces, and none that lead out of the project', async () => {
  addPackage('project/packages/app/node_modules/onnxruntime-node', 'onnxruntime-node')
  addPackage('elsewhere/node_modules/onnxruntime-node', 'onnxruntime-node')
  mkdirSync(join(root, 'project/node_modules'))
  symlinkSync(join(root, 'project/packages/app'), join(root, 'project/node_modules/app'))
  symlinkSync(join(root, 'elsewhere'), join(root, 'project/node_modules/elsewhere'))
  symlinkSync(join(root, 'project'), join(root, 'project/node_modules/itself'))
  expect(await find('project')).toEqual(['project/packages/app/node_modules/onnxruntime-node 1.30.0'])
})

it('takes no other package of that name, and none without a manifest', async () => {
  addPackage('node_modules/onnxruntime-node', 'something-else')
  mkdirSync(join(root, 'node_modules/a/node_modules/onnxruntime-node'), { recursive: true })
  expect(await find()).toEqual([])
})

it('rejects where the folder does not exist', async () => {
  await expect(findCopies(join(root, 'none'))).rejects.toThrow(/ENOENT/)
})
