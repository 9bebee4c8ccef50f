// Nothing in; the three entries of @stylelens/web, for tests to use in the page, out.
import * as library from '@stylelens/web'
import * as wasmEntry from '@stylelens/web/wasm'
import * as webgpuEntry from '@stylelens/web/webgpu'

/** A worker of the same module has the same names. */
Object.assign(globalThis, { library, wasmEntry, webgpuEntry })

export interface LibraryPage {
  readonly library: typeof library
  readonly wasmEntry: typeof wasmEntry
  readonly webgpuEntry: typeof webgpuEntry
}
