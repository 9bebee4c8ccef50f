// Where what a training keeps between runs lies: outside the work tree, so that a clean checkout loses nothing.
import { homedir } from 'node:os'
import { join } from 'node:path'

/** STYLELENS_CACHE, or .cache/stylelens in the user's home. */
export function cacheFolder(...parts: string[]): string {
  return join(process.env.STYLELENS_CACHE ?? join(homedir(), '.cache', 'stylelens'), ...parts)
}
