// Nothing in; a way to tell how many bytes the memories of WebAssembly hold that are made from now on out.

interface WasmMemory {
  readonly buffer: { readonly byteLength: number }
}

type WasmMemoryClass = new (descriptor: object) => WasmMemory

// Neither the types of Node nor those of this folder know it.
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: { Memory: WasmMemoryClass } }

/** Of this thread alone. Such memory grows and never shrinks, so what leaks in there is seen as growth. */
export function watchWasm(): () => number {
  const memories: WasmMemory[] = []
  wasm.Memory = class extends wasm.Memory {
    constructor(descriptor: object) {
      super(descriptor)
      memories.push(this)
    }
  }
  return () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)
}
