// The option `cache` in; where Node keeps downloaded files of models, or undefined for nowhere, out.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClassifierError, describeValue } from '@stylelens/core'
import type { CacheOption, CacheStore, ModelCache } from '@stylelens/core'
import { FolderCache } from './folder-cache'

function storeOf(option: CacheOption | undefined): CacheStore {
  if (typeof option === 'object' && 'store' in option) return option.store
  return option ?? false
}

function pathOf(store: string): string {
  if (!/^file:/i.test(store)) return resolve(store)
  try {
    return fileURLToPath(store)
  } catch (cause) {
    throw notAFolder(store, { cause })
  }
}

function notAFolder(store: unknown, details = {}): ClassifierError {
  const sentence = `Option "cache" must be a folder in Node; received ${describeValue(store)}.`
  return new ClassifierError(
    'option-invalid',
    `${sentence} Pass a path, a file: URL, or an object that keeps files.`,
    details,
  )
}

/** Nothing is kept where nothing is asked. Throws 'option-invalid' for a place that is no folder. */
export function openCache(option: CacheOption | undefined): ModelCache | undefined {
  const store = storeOf(option)
  if (store === false) return undefined
  if (typeof store === 'object' && 'match' in store) return store
  const place = typeof store === 'object' ? store.href : store
  if (typeof place !== 'string' || /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(place)) throw notAFolder(place)
  return new FolderCache(pathOf(place))
}
