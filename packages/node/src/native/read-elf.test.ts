// Shared libraries made here, whole and damaged, in; the names that stand in them out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeElf } from '../../test/make-elf'
import { readElf } from './read-elf'

const folder = mkdtempSync(join(tmpdir(), 'stylelens-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(bytes: Uint8Array) {
  const path = join(folder, 'library.so')
  writeFileSync(path, bytes)
  return readElf(path)
}

it('reads what is needed, in its order, and where it is looked for', () => {
  const needed = ['libcublasLt.so.13', 'libcuda.so.1', 'libc.so.6']
  expect(read(makeElf({ needed, runpath: '$ORIGIN/../lib:/opt/cuda:${ORIGIN}' }))).toEqual({
    needed,
    folders: [`${folder}/../lib`, '/opt/cuda', folder],
  })
})

it('reads a library that needs nothing', () => expect(read(makeElf())).toEqual({ needed: [], folders: [] }))

describe('takes for no library', () => {
  it.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array()],
    ['a text', Buffer.from('INPUT(libcuda.so.1)\n')],
    ['the header alone', makeElf().subarray(0, 64)],
    ['one of another processor', makeElf({ machine: 3 })],
    ['one of 32 bits', makeElf().fill(1, 4, 5)],
    ['one that is cut short', makeElf({ needed: ['libz.so.1'] }).subarray(0, -1)],
  ])('%s', (_, bytes) => expect(read(bytes)).toBeUndefined())

  it('no file', () => expect(readElf(join(folder, 'none.so'))).toBeUndefined())
  it('a folder', () => expect(readElf(folder)).toBeUndefined())
})
