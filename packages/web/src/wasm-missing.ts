// The name and address of a .wasm file and what is wrong with it in; the typed error with its mend out.
import { ClassifierError } from '@stylelens/core'

const mend =
  'Serve that file, from @stylelens/web/runtime, beside the bundled code, ' +
  'or say with the option `wasm: { paths }` in which folder it is.'

export function wasmMissing(address: string, reason: string, cause?: unknown): ClassifierError {
  const place = /^data:/.test(address) ? 'a data: address' : address.replace(/[?#].*/s, '')
  const sentence = `onnxruntime's WebAssembly cannot be had from ${place}: ${reason}. ${mend}`
  return new ClassifierError('wasm-missing', sentence, cause === undefined ? {} : { cause })
}
