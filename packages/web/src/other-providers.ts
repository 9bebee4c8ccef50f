// What tells which execution providers there are here, if any, and opens sessions on others than 'wasm'.
export { createOtherSession } from './create-other-session'
export { readCapabilities } from './read-capabilities'
export { refuseEdgeRuntime } from './edge-runtime'
