// Bytes in; whether they begin as WebAssembly does out.

/** Every WebAssembly module begins with a zero and "asm". */
export function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d
}
