// Where a browser gets the .wasm files of onnxruntime from, as a caller writes it; its row in the table of options.
import { isRecord } from '../is-record'
import type { Expectation } from '../expectation'

/** One file for each build of onnxruntime; a page loads those that its execution providers need. */
export type WasmBuildName = 'wasm' | 'jspi' | 'asyncify'

export interface WasmOptions {
  /** The folder that holds the files under their own names, or the address of each. Default: beside the code. */
  readonly paths?: string | { readonly href: string } | { readonly [Build in WasmBuildName]?: string } | undefined
  /** The bytes themselves, of the build 'wasm' where none is named. */
  readonly binary?: ArrayBuffer | Uint8Array | { readonly [Build in WasmBuildName]?: ArrayBuffer | Uint8Array } | undefined
}

const builds = ['wasm', 'jspi', 'asyncify']

const isBuffer = (value: unknown): boolean =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]'

const eachOf = (value: unknown, accepts: (value: unknown) => boolean): boolean =>
  isRecord(value) && Object.entries(value).every(([name, item]) => builds.includes(name) && accepts(item))

const isAddress = (value: unknown): boolean => typeof value === 'string' && value !== ''

const isPaths = (value: unknown): boolean =>
  value === undefined || isAddress(value) || (isRecord(value) && isAddress(value.href)) || eachOf(value, isAddress)

const isBinary = (value: unknown): boolean => value === undefined || isBuffer(value) || eachOf(value, isBuffer)

const expectation: Expectation = {
  words: '{ paths, binary }, where paths is an address and binary are bytes, or an object of them for wasm, jspi and asyncify',
  accepts: (value) => isRecord(value) && Object.keys(value).every((name) => name === 'paths' || name === 'binary')
    && isPaths(value.paths) && isBinary(value.binary),
}

export const wasmOptionRow = {
  type: '{ paths?: string | { wasm?, jspi?, asyncify? }, binary?: Uint8Array | { wasm?, jspi?, asyncify? } }',
  default: undefined,
  defaultText: 'beside the code',
  description: 'Where a browser gets the .wasm files of onnxruntime from; Node ignores it.',
  expectation,
} as const
