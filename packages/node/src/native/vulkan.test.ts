// Folders with and without a loader and drivers of Vulkan in; what WebGPU lacks out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeElf } from '../../test/make-elf'
import { missingForVulkan } from './vulkan'

const folder = mkdtempSync(join(tmpdir(), 'stylelens-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  for (const name of ['XDG_DATA_DIRS', 'XDG_DATA_HOME']) vi.stubEnv(name, folder)
  for (const name of ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES']) vi.stubEnv(name, '')
  vi.stubEnv('LD_LIBRARY_PATH', folder)
  writeFileSync(join(folder, 'libvulkan.so.1'), makeElf())
})
afterEach(() => vi.unstubAllEnvs())

it('lacks a driver where there is only the loader', () => {
  expect(missingForVulkan(folder)).toEqual({
    missing: 'a Vulkan driver (no file in vulkan/icd.d)',
    mend: expect.stringContaining('mesa-vulkan-drivers'),
  })
})

it('lacks nothing where a driver is named by the environment', () => {
  vi.stubEnv('VK_ICD_FILENAMES', '/opt/driver.json')
  expect(missingForVulkan(folder)).toBeUndefined()
})

it('lacks nothing where a driver has left its file', () => {
  mkdirSync(join(folder, 'vulkan/icd.d'), { recursive: true })
  expect(missingForVulkan(folder)?.missing).toMatch(/driver/)
  writeFileSync(join(folder, 'vulkan/icd.d/driver.json'), '{}')
  expect(missingForVulkan(folder)).toBeUndefined()
})
