// Messages of a page in, the answers of a classifier in this worker out: the worker of the entry webgpu.
import { wasmBuild } from './wasm-build'
import { serveWorker } from './worker/serve-worker'

serveWorker({
  entry: '/webgpu',
  wasm: wasmBuild,
  jspi: () => import('./jspi-build'),
  asyncify: () => import('./asyncify-build'),
})
