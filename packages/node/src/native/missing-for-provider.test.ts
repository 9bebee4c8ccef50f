// Folders with and without the library of a provider in; what it lacks, told without starting it, out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeElf } from '../../test/make-elf'
import { missingForProvider } from './missing-for-provider'
import { missingInBinary } from './missing-in-binary'

const folder = mkdtempSync(join(tmpdir(), 'stylelens-'))
const write = (name: string, needed: readonly string[] = []) => writeFileSync(join(folder, name), makeElf({ needed }))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  vi.stubEnv('LD_LIBRARY_PATH', folder)
  // the libraries of a provider are those of Linux, wherever this runs
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe.each(['cuda', 'tensorrt'] as const)('%s', (name) => {
  const library = `libonnxruntime_providers_${name}.so`

  it('lacks both of its libraries where the download was left out', () => {
    expect(missingForProvider(name, folder)).toEqual({
      missing: `${library} and libonnxruntime_providers_shared.so in ${folder}`,
      mend: expect.stringContaining('ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node'),
    })
  })

  it('is not judged where its folder is not known', () => expect(missingForProvider(name, undefined)).toBeUndefined())
})

describe('cuda', () => {
  it('lacks a whole library where the download was cut short', () => {
    write('libonnxruntime_providers_shared.so')
    writeFileSync(join(folder, 'libonnxruntime_providers_cuda.so'), makeElf({ needed: ['libc.so.6'] }).subarray(0, -1))
    expect(missingForProvider('cuda', folder)).toEqual({
      missing: `a whole libonnxruntime_providers_cuda.so: that in ${folder} is damaged`,
      mend: expect.stringContaining('npm rebuild onnxruntime-node'),
    })
  })

  it('lacks, one after the other, what its library needs', () => {
    write('libonnxruntime_providers_shared.so')
    write('libonnxruntime_providers_cuda.so', ['libcublasLt.so.97', 'libcudart.so.97'])
    expect(missingForProvider('cuda', folder)?.missing).toBe('libcublasLt.so.97, libcudart.so.97, libcudnn.so.9')
    write('libcublasLt.so.97')
    write('libcudart.so.97')
    expect(missingForProvider('cuda', folder)).toEqual({
      missing: 'libcudnn.so.9',
      mend: expect.stringContaining('nvidia-cudnn-cu97==9.*'),
    })
    write('libcudnn.so.9')
    expect(missingForProvider('cuda', folder)).toBeUndefined()
  })
})

it.each(['cpu', 'coreml', 'dml'] as const)('%s has no library of its own', (name) =>
  expect(missingForProvider(name, folder)).toBeUndefined())

describe('webgpu', () => {
  it('lacks a driver where the loader is there, and nothing where both are', () => {
    write('libvulkan.so.1')
    vi.stubEnv('XDG_DATA_DIRS', folder)
    vi.stubEnv('XDG_DATA_HOME', folder)
    vi.stubEnv('VK_ICD_FILENAMES', join(folder, 'driver.json'))
    expect(missingForProvider('webgpu', folder)).toBeUndefined()
  })
})

it.each(['win32', 'darwin'] as const)('on %s nothing is told without starting it', (platform) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  expect(missingForProvider('cuda', folder)).toBeUndefined()
  expect(missingForProvider('webgpu', folder)).toBeUndefined()
})

describe('the binary', () => {
  const listSupportedBackends = () => [{ name: 'cpu', bundled: true }]

  it('has what it lists', () => expect(missingInBinary('cpu', { listSupportedBackends })).toBeUndefined())

  const others = ['cuda', 'tensorrt', 'webgpu', 'coreml', 'dml'] as const

  it.each(others)('that has no %s is told where there is one', (name) => {
    expect(missingInBinary(name, { listSupportedBackends })).toEqual({
      missing: expect.stringMatching(/onnxruntime-node for .* has cpu$/),
      mend: expect.stringMatching(/^It runs on /),
    })
  })
})
