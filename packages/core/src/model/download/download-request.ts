// What is asked of a download, and what it may come to.
import type { LoadProgress } from '../../progress'
import type { LoadModelOptions } from '../load-model-options'

export interface DownloadRequest {
  readonly address: string
  /** Names the file in messages. */
  readonly name: string
  readonly maxBytes: number
  /** Bytes that the file should have, for progress where the server does not say it. */
  readonly bytes?: number
  /** `onProgress` hears of its bytes as this; undefined: it hears nothing of them. */
  readonly phase?: LoadProgress['phase'] | undefined
  /** The version that is known already: the server need not send it again. */
  readonly etag: string | null
  /** One more than the pauses between them, at most. */
  readonly attempts: number
}

/** Attempts where nothing stands in for the file. */
export const mostAttempts = 4

export type Downloaded =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'absent' | 'failed'; readonly reason: string; readonly cause?: unknown }

export type DownloadOptions = Pick<LoadModelOptions, 'fetch' | 'timeout' | 'onProgress' | 'signal'>
