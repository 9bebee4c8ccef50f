// Messages of a page in, the answers of a classifier in this worker out: the worker of the entry wasm.
import { wasmBuild } from './wasm-build'
import { serveWorker } from './worker/serve-worker'

serveWorker({ entry: '/wasm', wasm: wasmBuild })
