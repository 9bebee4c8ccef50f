// Where what a training keeps between runs lies: outside the work tree, so that a clean checkout loses nothing.
import { homedir } from 'node:os'
import { join } from 'node:path'

/** `name` in STYLELENS_CACHE, else in .cache/stylelens of the user's home. An empty variable counts as none. */
export function cacheFolder(name: string, environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(environment.STYLELENS_CACHE || join(homedir(), '.cache', 'stylelens'), name)
}
