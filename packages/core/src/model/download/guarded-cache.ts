// A cache that may fail or be damaged in; one that only ever gives whole files, and whose failures are told, out.
import { ClassifierError } from '../../classifier-error'
import { notify } from '../../notify'
import { messageOf } from '../../with-typed-errors'
import type { CachedFile, CacheOption, CacheSettings, ModelCache } from '../load-model-options'

type Failures = Pick<CacheSettings, 'strict' | 'onError'>

/** What the caller says about failures: with `{ store, strict, onError }` alone can it say anything. */
function failuresOf(option: CacheOption | undefined): Failures {
  return typeof option === 'object' && 'store' in option ? option : {}
}

/** Throws 'cache-failed' with `strict`, tells of it otherwise. */
export function tellCacheFailure(what: 'read' | 'write to', cause: unknown, { strict, onError }: Failures): void {
  const sentence = `Cannot ${what} the cache of models: ${messageOf(cause)}.`
  const mend = 'Check its place, its rights and the free space.'
  const error = new ClassifierError('cache-failed', `${sentence} ${mend}`, { cause })
  if (strict) throw error
  notify(onError, error)
}

/**
 * A cache is a convenience: where it fails, files are downloaded as if there were none, unless `strict`.
 * Errors of every method: 'cache-failed', with `strict` only.
 */
export class GuardedCache {
  readonly #cache: ModelCache | undefined
  readonly #failures: Failures
  readonly #sha256: (bytes: Uint8Array) => Promise<string>

  constructor(
    cache: ModelCache | undefined,
    option: CacheOption | undefined,
    sha256: (bytes: Uint8Array) => Promise<string>,
  ) {
    this.#cache = cache
    this.#failures = failuresOf(option)
    this.#sha256 = sha256
  }

  /** A file whose bytes still have the digest that they were stored with; damaged ones are removed. */
  match(address: string): Promise<CachedFile | undefined> {
    return this.#guard('read', async (cache) => {
      const file = await cache.match(address)
      if (file === undefined || (await this.#sha256(file.bytes)) === file.sha256) return file
      await cache.delete(address)
      return undefined
    })
  }

  async put(address: string, file: Omit<CachedFile, 'sha256'> & Partial<CachedFile>): Promise<void> {
    await this.#guard('write to', async (cache) =>
      cache.put(address, { ...file, sha256: file.sha256 ?? (await this.#sha256(file.bytes)) }),
    )
  }

  async #guard<Value>(
    what: 'read' | 'write to',
    work: (cache: ModelCache) => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    if (this.#cache === undefined) return undefined
    try {
      return await work(this.#cache)
    } catch (cause) {
      tellCacheFailure(what, cause, this.#failures)
      return undefined
    }
  }
}
