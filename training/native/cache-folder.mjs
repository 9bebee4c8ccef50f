// The folder that keeps downloads between runs: $STYLELENS_CACHE, or stylelens in the user's cache.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export function cacheFolder() {
  const chosen = process.env.STYLELENS_CACHE
  return chosen === undefined || chosen === '' ? join(homedir(), '.cache', 'stylelens') : resolve(chosen)
}
