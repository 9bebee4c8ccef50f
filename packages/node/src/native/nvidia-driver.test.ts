// Versions of drivers in; whether they are new enough, and what to say if not, out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { driverVersion, isAtLeast, tooOldDriver } from './nvidia-driver'

const folder = mkdtempSync(join(tmpdir(), 'stylelens-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  ['NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.54.03  Tue Jun  6 22:20:39 UTC 2023', '535.54.03'],
  ['NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build', '580.65.06'],
  ['something else', undefined],
])('%s', (text, version) => {
  writeFileSync(join(folder, 'version'), `${text}\nGCC version:  gcc version 12.2.0\n`)
  expect(driverVersion(join(folder, 'version'))).toBe(version)
})

it('knows none where no driver runs', () => expect(driverVersion(join(folder, 'none'))).toBeUndefined())

it.each([
  ['580.65.06', '580.65.06', true],
  ['580.100', '580.65.06', true],
  ['581', '580.65.06', true],
  ['580.65', '580.65.06', false],
  ['580.64.99', '580.65.06', false],
  ['525.60.13', '580.65.06', false],
])('%s is at least %s: %s', (version, first, expected) => expect(isAtLeast(version, first)).toBe(expected))

it('names both versions and the command', () => {
  expect(tooOldDriver('13', '535.54.03')).toEqual({
    missing: 'an NVIDIA driver 580.65.06 or newer, for CUDA 13 (535.54.03 runs here)',
    mend: expect.stringContaining('ubuntu-drivers install'),
  })
})

it.each([
  ['12', '535.54.03'],
  ['13', '580.65.06'],
  ['13', undefined],
  ['14', '1.0.0'],
])('has nothing to say of CUDA %s with driver %s', (major, running) =>
  expect(tooOldDriver(major, running)).toBeUndefined())
