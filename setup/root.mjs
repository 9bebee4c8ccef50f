// The repository's root folder, and paths below it.
import { fileURLToPath } from 'node:url'

/** An absolute path below the repository's root; the root itself without an argument. */
export function fromRoot(path = '.') {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}
