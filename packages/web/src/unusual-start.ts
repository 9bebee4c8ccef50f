// What is needed where a session does not start as it usually does: WebAssembly from elsewhere, and what went wrong.
export { explainStart, runtimeMissing } from './explain-start'
export { wrongNames, wrongType } from './unfit-model'
export { wasmSource } from './wasm-source'
