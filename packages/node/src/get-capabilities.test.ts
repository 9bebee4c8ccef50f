// This machine, and machines on which packages do not load, in; what they can do and what they lack out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capabilities } from '@stylelens/core'
import { afterAll, describe, expect, it } from 'vitest'
import { inspectWeb } from './capabilities/inspect-web'
import { nameRuntime } from './capabilities/name-runtime'
import { wasmFeatures } from './capabilities/wasm-features'
import { getCapabilities, inspectMachine } from './get-capabilities'
import { onnxruntimeLoaders } from './open-onnxruntime'

const failing = (message: string) => () => Promise.reject(new Error(message))
const provider = ({ executionProviders }: Capabilities, name: string) =>
  executionProviders.find((one) => one.name === name)

describe('this machine', async () => {
  const capabilities = await getCapabilities()

  it('names what it is', () => {
    expect(capabilities.runtime).toMatch(/^(Node|Bun|Deno) \d+\.\d+/)
    expect(capabilities.platform).toContain(`${process.platform} ${process.arch}`)
  })

  it('has a row for each provider, in the order of the list', () => {
    const names = ['cpu', 'wasm', 'webgpu', 'webnn', 'cuda', 'tensorrt', 'coreml', 'dml']
    expect(capabilities.executionProviders.map(({ name }) => name)).toEqual(names)
  })

  it('says of all that is not there what is missing and what brings it', () => {
    const all = [...capabilities.executionProviders, ...Object.values(capabilities.features)]
    for (const { available, missing, mend } of all) {
      expect(Boolean(missing)).toBe(!available)
      expect(Boolean(mend)).toBe(!available)
    }
  })

  it('can classify, as these tests do', () => {
    expect(provider(capabilities, 'cpu')).toEqual({ name: 'cpu', available: true })
    expect(provider(capabilities, 'wasm')).toEqual({ name: 'wasm', available: true })
    expect(capabilities.features).toMatchObject({
      'onnxruntime-node': { available: true },
      'onnxruntime-web': { available: true },
      sharp: { available: true },
      'wasm-simd': { available: true },
    })
  })

  it('has no WebNN', () => expect(provider(capabilities, 'webnn')).toMatchObject({ available: false }))
})

describe('where onnxruntime-node does not load', async () => {
  const native = failing("/lib64/libm.so.6: version `GLIBC_2.28' not found")
  const capabilities = await inspectMachine({ ...onnxruntimeLoaders, native })

  it.each(['cpu', 'webgpu', 'cuda', 'tensorrt', 'coreml', 'dml'])('%s is missing for that reason', (name) => {
    expect(provider(capabilities, name)).toMatchObject({
      available: false,
      missing: expect.stringContaining('GLIBC_2.28'),
      mend: expect.stringContaining("'wasm'"),
    })
  })

  it('WebAssembly is there', () => expect(provider(capabilities, 'wasm')).toEqual({ name: 'wasm', available: true }))
  it('the package is told too', () =>
    expect(capabilities.features['onnxruntime-node']).toMatchObject({ available: false }))
})

it('where nothing loads, everything is told and nothing rejects', async () => {
  const nothing = failing('Cannot find package')
  const capabilities = await inspectMachine({ ...onnxruntimeLoaders, native: nothing, web: nothing, sharp: nothing })
  expect(capabilities.executionProviders.filter(({ available }) => available)).toEqual([])
  expect(provider(capabilities, 'wasm')?.mend).toMatch(/^Install @stylelens\/node again/)
  expect(capabilities.features['sharp']).toEqual({
    available: false,
    missing: 'sharp (Cannot find package), so that only PNG and JPEG are decoded',
    mend: 'Run `npm install --include=optional sharp`.',
  })
})

it.each([
  ['Failed to load shared library', /its libraries/],
  ['CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=-1', /an NVIDIA driver/],
  ['CUDA failure 999: unknown error ; GPU=0', /a start without an error: CUDA failure 999: unknown error$/],
])('a provider that has everything is started, and fails: %s', async (message, missing) => {
  const { default: module } = await import('onnxruntime-node')
  const InferenceSession = { create: failing(message) } as unknown as typeof module.InferenceSession
  const listSupportedBackends = () => [{ name: 'cuda', bundled: false }]
  const native = () => Promise.resolve({ ...module, InferenceSession, listSupportedBackends })
  const capabilities = await inspectMachine({ ...onnxruntimeLoaders, native, nativeFolder: () => undefined })
  expect(provider(capabilities, 'cuda')).toMatchObject({ available: false, missing: expect.stringMatching(missing) })
})

describe('onnxruntime-web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stylelens-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('without its .wasm file is not there', async () => {
    expect(await inspectWeb(onnxruntimeLoaders.web, folder)).toMatchObject({
      missing: `ort-wasm-simd-threaded.wasm in ${folder}`,
    })
    writeFileSync(join(folder, 'ort-wasm-simd-threaded.wasm'), '')
    expect(await inspectWeb(onnxruntimeLoaders.web, folder)).toEqual({ available: true })
  })
})

it('features of WebAssembly that the engine refuses are told', () => {
  expect(wasmFeatures(() => false)).toMatchObject({
    'wasm-simd': { available: false, missing: 'WebAssembly SIMD' },
    'wasm-threads': { available: false },
  })
})

it.each([
  [{ node: '24.1.0' }, 'Node 24.1.0'],
  [{ node: '26.3.0', bun: '1.4.5' }, 'Bun 1.4.5'],
  [{ node: '26.3.0', deno: '2.9.6' }, 'Deno 2.9.6'],
  [{ node: '22.1.0', electron: '38.0.0' }, 'Electron 38.0.0'],
])('%j is %s', (versions, name) => expect(nameRuntime(versions)).toBe(name))
