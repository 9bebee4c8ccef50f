// Shared libraries made here, which need each other, in; the names of those that are not there out.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeElf } from '../../test/make-elf'
import { findLibrary } from './find-library'
import { missingLibraries } from './missing-libraries'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stylelens-')))
const other = join(folder, 'other')
mkdirSync(other)
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => vi.stubEnv('LD_LIBRARY_PATH', `/nowhere:${folder}`))
afterEach(() => vi.unstubAllEnvs())

const write = (path: string, parts?: Parameters<typeof makeElf>[0]) => writeFileSync(path, makeElf(parts))

write(join(folder, 'libgiven.so.1'), { needed: ['libdeep.so.2', 'libprovider.so'] })
write(join(folder, 'libprovider.so'), { needed: ['libnone.so.3', 'libgiven.so.1', 'libc.so.6', 'libnone.so.3'] })
write(join(folder, 'libforeign.so.1'), { machine: 3 })
write(join(other, 'libbeside.so'))
write(join(other, 'libwith-place.so'), { needed: ['libbeside.so'], runpath: '$ORIGIN' })
symlinkSync(join(other, 'libwith-place.so'), join(folder, 'libwith-place.so'))

it('names every library that is not there once, those of libraries that are there among them', () => {
  expect(missingLibraries(join(folder, 'libprovider.so'))).toEqual(['libnone.so.3', 'libdeep.so.2'])
})

it('looks for those that are loaded by name too', () => {
  const names = ['libcudnn.so.0', 'libgiven.so.1', 'libnone.so.3']
  const missing = missingLibraries(join(folder, 'libprovider.so'), names)
  expect(missing).toEqual(['libnone.so.3', 'libdeep.so.2', 'libcudnn.so.0'])
})

it("looks into a library's own folders, from where it really lies", () => {
  expect(missingLibraries(join(folder, 'libwith-place.so'), ['libwith-place.so'])).toEqual(['libbeside.so'])
  expect(missingLibraries(join(other, 'libwith-place.so'))).toEqual([])
})

it('asks the loader for what it does not find: the libraries of this process are known to it', () => {
  vi.stubEnv('LD_LIBRARY_PATH', '')
  expect(missingLibraries(join(folder, 'libprovider.so'))).toEqual(['libnone.so.3', 'libgiven.so.1'])
})

it.each([
  ['libgiven.so.1', join(folder, 'libgiven.so.1')],
  ['libwith-place.so', join(other, 'libwith-place.so')],
  ['libforeign.so.1', undefined],
  ['libnone.so.3', undefined],
])('finds %s', (name, path) => expect(findLibrary(name)).toBe(path))
