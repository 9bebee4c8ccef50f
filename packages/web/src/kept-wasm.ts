// A build and the option `cache` in; a way to find its .wasm again without the network, and to keep it, out.
import type { CacheOption } from '@stylelens/core'
import { madeUpAddress, modelCache } from './model-cache'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { sha256 } from './sha256'

export interface KeptWasm {
  /** Undefined where it is not kept, or damaged. */
  read(): Promise<Uint8Array | undefined>
  /** What cannot be kept is fetched again the next time. */
  write(bytes: Uint8Array): Promise<void>
}

/** Kept under its digest: a new version is another file. */
export function keptWasm(build: OnnxruntimeBuild, option: CacheOption | undefined): KeptWasm {
  const cache = modelCache(option)
  const address = madeUpAddress(`${build.file}?sha256=${build.sha256}`)
  return {
    async read() {
      try {
        const file = await cache?.match(address)
        return file && (await sha256(file.bytes)) === build.sha256 ? file.bytes : undefined
      } catch {
        return undefined
      }
    },
    async write(bytes) {
      try {
        await cache?.put(address, { bytes, sha256: build.sha256, etag: null })
      } catch {
        // The storage is full or closed: nothing is lost but time.
      }
    },
  }
}
