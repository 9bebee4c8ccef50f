// Bytes that are not the .wasm file that was asked for in; the typed error that says what they are out.
import type { ClassifierError } from '@stylelens/core'
import type { BesideFile } from './beside-file'
import { isWasm } from './is-wasm'
import { wasmMissing } from './wasm-missing'

/** What was served instead, for people who look for the reason. */
function describeStart(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, 64))
  if (bytes.length === 0) return 'the file is empty'
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(text)) return 'an HTML page was served instead'
  return 'what was served is no WebAssembly'
}

/** onnxruntime fails in strange ways, for as long as the page lives, with a .wasm of another version than its own. */
export function wrongWasm({ address, bytes: expected }: BesideFile, bytes: Uint8Array): ClassifierError {
  if (!isWasm(bytes)) return wasmMissing(address, `${describeStart(bytes)} (${bytes.length} bytes)`)
  if (bytes.length === expected) return wasmMissing(address, 'its SHA-256 is not that of the version in use')
  const reason = `it has ${bytes.length} bytes instead of ${expected}, so it is damaged or of another version`
  return wasmMissing(address, reason)
}
