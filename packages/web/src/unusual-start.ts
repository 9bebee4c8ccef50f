// What is needed where a session does not start as usual: WebAssembly from elsewhere, no digests, what went wrong.
export { sha256 } from '@stylelens/core'
export { explainStart, runtimeMissing } from './explain-start'
export { wrongNames } from './unfit-model'
export { wasmSource } from './wasm-source'
