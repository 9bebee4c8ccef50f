// Files and folders in; the pictures in them, in reading order, out.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expandInputs } from './expand-inputs'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  await mkdir(join(folder, 'deep', '.hidden'), { recursive: true })
  const files = ['10.png', '2.PNG', 'b.jpeg', '._b.jpeg', 'notes.txt', 'deep/c.avif', 'deep/.hidden/d.gif']
  await Promise.all(files.map((file) => writeFile(join(folder, file), '')))
})

afterAll(() => rm(folder, { recursive: true }))

it.each([
  [false, ['2.PNG', '10.png', 'b.jpeg']],
  [true, ['2.PNG', '10.png', 'b.jpeg', join('deep', 'c.avif')]],
])('a folder, recursive: %j', async (recursive, names) => {
  expect(await expandInputs([folder], recursive)).toEqual(names.map((name) => ({ file: join(folder, name) })))
})

it('leaves files, addresses and standard input as they are', async () => {
  const inputs = ['-', 'none.png', 'https://example.com/x.png', join(folder, 'notes.txt')]
  expect(await expandInputs(inputs, false)).toEqual(inputs.map((file) => ({ file })))
})

it('says so where a folder holds no picture', async () => {
  const bare = join(folder, 'deep', '.hidden', 'bare')
  await mkdir(bare)
  const [{ file, problem }] = await expandInputs([bare], false)
  expect(file).toBe(bare)
  expect(problem).toMatch(/no PNG, JPEG, WebP, GIF or AVIF file.*--recursive/)
})
