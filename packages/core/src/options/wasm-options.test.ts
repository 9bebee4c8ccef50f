// Values of the option `wasm` in; whether they are taken out.
import { expect, it } from 'vitest'
import { wasmOptionRow } from './wasm-options'

it.each([
  {},
  { paths: '/assets/' },
  { paths: new URL('https://example.com/assets/') },
  { paths: { wasm: '/a.wasm', jspi: '/b.wasm' } },
  { binary: new Uint8Array(8) },
  { binary: new ArrayBuffer(8) },
  { binary: { asyncify: new Uint8Array(8) }, paths: undefined },
])('takes %o', (value) => {
  expect(wasmOptionRow.expectation.accepts(value)).toBe(true)
})

it.each([
  null,
  '/assets/',
  { path: '/assets/' },
  { paths: '' },
  { paths: 3 },
  { paths: { simd: '/a.wasm' } },
  { paths: { wasm: 3 } },
  { binary: '/a.wasm' },
  { binary: { wasm: [1, 2] } },
])('does not take %o', (value) => {
  expect(wasmOptionRow.expectation.accepts(value)).toBe(false)
})
