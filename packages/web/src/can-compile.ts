// Nothing in; true where WebAssembly may be compiled here, or what says that it may not, out.

/** The smallest module there is: "\0asm", version 1. */
const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** Pages forbid it by their CSP; Cloudflare Workers and Vercel Edge, which says its name, compile no bytes at all. */
export function canCompile(): unknown {
  try {
    return !('EdgeRuntime' in globalThis) && Boolean(new WebAssembly.Module(smallest))
  } catch (error) {
    return error
  }
}
