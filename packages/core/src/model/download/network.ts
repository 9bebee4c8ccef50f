// What core needs of a platform in order to download: names that every platform has and core cannot write.
import type { AbortSignalLike, PlatformAbortSignal } from '../../abort/abort-signal-like'
import type { CacheOption, FetchFunction, ModelCache } from '../load-model-options'

export interface Network {
  readonly fetch: FetchFunction
  /** `new AbortController()`. */
  makeAbort(): { readonly signal: PlatformAbortSignal; abort(): void }
  /** Resolves after that many milliseconds, or as soon as the signal is aborted, and then leaves no timer. */
  delay(milliseconds: number, signal?: AbortSignalLike): Promise<void>
}

/** What a model that lies on a server needs of a platform. */
export interface DownloadPlatform extends Network {
  sha256(bytes: Uint8Array): Promise<string>
  /** False where a header of our own, such as If-None-Match, makes browsers ask the server for permission first. */
  readonly sendsEtags: boolean
  /** The cache that the caller asks for, or the usual one of the platform; undefined: none. */
  openCache(option: CacheOption | undefined): ModelCache | undefined
}
