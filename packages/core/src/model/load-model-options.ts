// How a model is to be got: what a caller may choose of it, as a platform's loadModel receives it.
import type { AbortSignalLike, PlatformAbortSignal } from '../abort/abort-signal-like'
import type { ClassifierError } from '../classifier-error'
import type { ProgressListener } from '../progress'

/** 'fp32' is what a model is without any choice, on every runtime. */
export const modelDtypes = ['fp32', 'fp16', 'int8'] as const

export type ModelDtype = (typeof modelDtypes)[number]

export interface FetchInit {
  readonly headers: Record<string, string>
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  readonly signal: PlatformAbortSignal
}

/** The part of a `Response` that is read. */
export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body?: {
    getReader(): { read(): Promise<{ done: boolean; value?: unknown }>; cancel(reason?: unknown): Promise<void> }
  } | null
  arrayBuffer(): Promise<ArrayBuffer>
}

/** `fetch` itself, or anything of its form. */
export type FetchFunction = (address: string, init: FetchInit) => Promise<FetchResponse>

/** What is sent with each request for a file of a model. */
export interface FetchSettings {
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly credentials?: FetchInit['credentials'] | undefined
}

/** `false`: nothing is downloaded. */
export type FetchOption = false | FetchSettings | FetchFunction

/** A file as a cache keeps it. */
export interface CachedFile {
  readonly bytes: Uint8Array
  /** Of `bytes`, 64 hexadecimal digits: an entry that does not fit it is damaged. */
  readonly sha256: string
  /** What the server called this version; null where it did not. */
  readonly etag: string | null
}

/** Where downloaded files are kept, by their address. Any of the four may reject; nothing is then lost but time. */
export interface ModelCache {
  match(address: string): Promise<CachedFile | undefined>
  put(address: string, file: CachedFile): Promise<void>
  delete(address: string): Promise<boolean>
  keys(): Promise<readonly string[]>
}

/** `false`: none. A string or URL is a place, as the platform says; `true` is its usual one. */
export type CacheStore = boolean | string | { readonly href: string } | ModelCache

export interface CacheSettings {
  readonly store: CacheStore
  /** A cache that cannot be read or written fails the loading with 'cache-failed'. Default: the model is used. */
  readonly strict?: boolean | undefined
  /** Hears of each 'cache-failed' that did not fail the loading. */
  readonly onError?: ((error: ClassifierError) => void) | undefined
}

export type CacheOption = CacheStore | CacheSettings

/** 'sha256-' and the digest, in base64 as in HTML's `integrity`, or in hexadecimal digits. */
export type Integrity = string | Readonly<Record<string, string>>

export interface LoadModelOptions {
  readonly dtype: ModelDtype
  /** Undefined: the platform's own `fetch`. */
  readonly fetch?: FetchOption | undefined
  /** Undefined: as the platform does where nothing is asked. */
  readonly cache?: CacheOption | undefined
  /** Of manifest.json, or of each file by its path within the model's folder. */
  readonly integrity?: Integrity | undefined
  /** Bytes that one file of the model may have. */
  readonly maxModelBytes: number
  /** Milliseconds that a download may stand still. */
  readonly timeout: number
  readonly onProgress?: ProgressListener
  readonly signal?: AbortSignalLike
}
