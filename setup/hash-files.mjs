// One SHA-256 over the names and bytes of files and folders: the same hash means that nothing changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './root.mjs'

/** `paths` are relative to the root; a folder stands for all files below it, a missing path for nothing. */
export function hashFiles(paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesBelow(start))) {
    if (skip(path)) continue
    hash
      .update(`${path}\0`)
      .update(readFileSync(fromRoot(path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  const place = fromRoot(path)
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [path]
  return readdirSync(place)
    .sort()
    .flatMap((name) => (name === 'node_modules' ? [] : filesBelow(join(path, name))))
}
