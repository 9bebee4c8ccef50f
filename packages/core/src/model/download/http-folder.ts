// The address of a model on a server in; its files, from a cache where they are still right, out.
import { isClassifierError } from '../../classifier-error'
import type { ClassifierError } from '../../classifier-error'
import type { LoadModelOptions } from '../load-model-options'
import { addressOfFile } from '../model-address'
import type { ModelAddress } from '../model-address'
import type { FileLimits, ModelFolder } from '../model-files'
import { isPlaceholder, nameForeignFile } from '../name-foreign-file'
import { downloadError } from './download-error'
import { downloadFile } from './download-file'
import { mostAttempts } from './download-request'
import type { Downloaded, DownloadRequest } from './download-request'
import { GuardedCache } from './guarded-cache'
import type { DownloadPlatform } from './network'

/**
 * A file whose digest is known is taken from the cache without a question. Any other is asked of the server, which may
 * say that it has not changed; where no server can be reached, the cache stands in.
 */
export class HttpFolder implements ModelFolder {
  readonly name: string
  readonly #address: ModelAddress
  readonly #platform: DownloadPlatform
  readonly #options: LoadModelOptions
  readonly #cache: GuardedCache
  /** Why files were not there, as the servers said it. */
  readonly #absences: string[] = []

  constructor(address: ModelAddress, platform: DownloadPlatform, options: LoadModelOptions) {
    this.name = address.name
    this.#address = address
    this.#platform = platform
    this.#options = options
    this.#cache = new GuardedCache(platform.openCache(options.cache), options.cache, (bytes) => platform.sha256(bytes))
  }

  async read(file: string, limits: FileLimits): Promise<Uint8Array | undefined> {
    const key = await this.#cacheKey(file)
    const cached = await this.#cache.match(key)
    if (cached && limits.sha256 === cached.sha256) return cached.bytes
    // A digest that is known and not the cached one: neither the file nor its ETag is of use.
    const spare = limits.sha256 === undefined ? cached : undefined
    if (this.#options.fetch === false && spare) return spare.bytes
    const etag = this.#platform.sendsEtags ? (spare?.etag ?? null) : null
    const answer = await this.#download(file, limits, { etag, attempts: spare ? 1 : mostAttempts })
    switch (answer.kind) {
      case 'file':
        if (limits.sha256 === undefined || (await this.#platform.sha256(answer.bytes)) === limits.sha256) {
          await this.#cache.put(key, { bytes: answer.bytes, etag: answer.etag, sha256: limits.sha256 })
        }
        return answer.bytes
      case 'absent':
        this.#absences.push(`${file}: ${answer.reason}`)
        return undefined
      case 'failed':
        if (!spare) throw downloadError(this.#nameOf(file), answer.reason, answer.cause)
    }
    return spare?.bytes
  }

  /** Asks for the file itself and reads no more of it than its first bytes. */
  async has(file: string): Promise<boolean> {
    try {
      return (
        (await this.#cache.match(await this.#cacheKey(file))) !== undefined
        || (await this.#download(file, { maxBytes: 0 }, { etag: null, attempts: 1 })).kind !== 'absent'
      )
    } catch (error) {
      // Larger than nothing: so it is there.
      return isClassifierError(error, 'model-unsupported')
    }
  }

  async explainAbsence(): Promise<ClassifierError> {
    return downloadError(`the model "${this.name}"`, this.#absences.join('; '))
  }

  /** A query may hold a token, which no cache should keep: only its digest tells versions apart. */
  async #cacheKey(file: string): Promise<string> {
    const { query } = this.#address
    const digest = query === '' ? '' : `?${(await this.#platform.sha256(encodeAscii(query))).slice(0, 16)}`
    return addressOfFile({ ...this.#address, query: digest }, file)
  }

  async #download(
    file: string,
    { maxBytes, isModel = false }: FileLimits,
    how: Pick<DownloadRequest, 'etag' | 'attempts'>,
  ): Promise<Downloaded> {
    const name = this.#nameOf(file)
    if (this.#options.fetch === false) {
      throw downloadError(name, 'the network is closed by `fetch: false`, and no cache has it')
    }
    const phase = isModel ? ('model' as const) : undefined
    const request = { address: addressOfFile(this.#address, file), name, maxBytes, phase, ...how }
    const answer = await downloadFile(this.#platform, request, this.#options)
    if (answer.kind !== 'file') return answer
    const foreign = nameForeignFile(answer.bytes)
    return isPlaceholder(foreign) ? { kind: 'absent', reason: `the server answered with ${foreign}` } : answer
  }

  #nameOf(file: string): string {
    return `${file} of "${this.name}"`
  }
}

/** Addresses are ASCII once a platform has written them; other characters only have to differ. */
function encodeAscii(text: string): Uint8Array {
  return Uint8Array.from(encodeURIComponent(text), (character) => character.charCodeAt(0))
}
