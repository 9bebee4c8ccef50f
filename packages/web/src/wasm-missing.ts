// The name and address of a .wasm file and what is wrong with it in; the typed error with its mend out.
import { ClassifierError } from '@stylelens/core'

const mend =
  'Serve that file, from @stylelens/web/runtime, beside the bundled code, ' +
  'or say with the option `wasm: { paths }` in which folder it is.'

export function wasmMissing(address: string, reason: string, cause?: unknown): ClassifierError {
  const place = /^data:/.test(address) ? 'a data: address' : address.replace(/[?#].*$/s, '')
  const sentence = `onnxruntime's WebAssembly cannot be had from ${place}: ${reason}. ${mend}`
  return new ClassifierError('wasm-missing', sentence, cause === undefined ? {} : { cause })
}

/** Every WebAssembly module begins with a zero and "asm". */
export function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d
}

/** What was served instead, for people who look for the reason. */
export function describeStart(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, 64))
  if (bytes.length === 0) return 'the file is empty'
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(text)) return 'an HTML page was served instead'
  return 'what was served is no WebAssembly'
}
