// Remembers under node_modules which state of the files a step was last done for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fromRoot } from './root.mjs'

const place = (name) => fromRoot(`node_modules/.stamp/${name}`)

/** True where the step `name` was done for exactly this hash. */
export function isStamped(name, hash) {
  try {
    return readFileSync(place(name), 'utf8') === hash
  } catch {
    return false
  }
}

export function writeStamp(name, hash) {
  mkdirSync(dirname(place(name)), { recursive: true })
  writeFileSync(place(name), hash)
}
