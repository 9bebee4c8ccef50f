// What is needed where a session does not start as it usually does: WebAssembly from elsewhere, and what went wrong.
export { readFloats } from '@stylelens/core'
export { refuseEdgeRuntime } from './edge-runtime'
export { explainStart, runtimeMissing } from './explain-start'
export { wrongNames } from './unfit-model'
export { wasmSource } from './wasm-source'
