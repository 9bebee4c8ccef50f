// The option `cache` in; nothing out, once everything that was kept there is gone.
import { ClassifierError } from '@stylelens/core'
import type { CacheOption } from '@stylelens/core'
import { FolderCache } from './folder-cache'
import { openCache } from './open-cache'

/**
 * Forgets the models that were downloaded. Other files in the folder stay.
 * Rejects with 'option-invalid' for a place that is no folder, 'cache-failed' where it cannot be cleared.
 * @param options.cache as given to createClassifier; without it nothing is kept, and nothing is to be cleared
 */
export async function clearCache(options: { readonly cache?: CacheOption | undefined } = {}): Promise<void> {
  const cache = openCache(options.cache)
  if (cache === undefined) return
  try {
    if (cache instanceof FolderCache) return await cache.clear()
    for (const address of await cache.keys()) await cache.delete(address)
  } catch (cause) {
    const sentence = `The cache of models cannot be cleared: ${(cause as Error).message}.`
    throw new ClassifierError('cache-failed', `${sentence} Check its rights.`, { cause })
  }
}
