// A folder that a bundler wrote and what the page loaded in; nothing out, or an error where a .wasm is too large, twice or too many.
import { expect } from 'vitest'
import { emittedFiles } from './emitted-files'
import type { RunApp } from './open-app'

/** What some hosts take as a file. */
const limit = 25 * 1024 * 1024

/** Digests in the names are left out. */
export function expectWasm(folder: string, run: RunApp, names: readonly string[]): void {
  const wasm = emittedFiles(folder).filter(({ path }) => path.endsWith('.wasm'))
  const plain = wasm.map(({ path }) => path.replace(/.*[/\\]|\.[0-9a-f]{16,}(?=\.wasm$)/g, ''))
  expect(plain.sort()).toEqual([...names].sort())
  const large = wasm.filter(({ bytes, path }) => bytes > limit && !path.includes('asyncify'))
  expect(large).toEqual([])
  expect(run.loaded.filter((path) => path.endsWith('.wasm'))).toHaveLength(1)
}

export const twoBuilds = ['ort-wasm-simd-threaded.wasm', 'ort-wasm-simd-threaded.jspi.wasm']
