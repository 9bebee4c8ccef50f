// `npm run build`: builds all packages from scratch, changed or not.
import './require-node.mjs'
import { build } from './build.mjs'
import { runMain } from './run-main.mjs'

runMain(() => build(undefined, { force: true }))
