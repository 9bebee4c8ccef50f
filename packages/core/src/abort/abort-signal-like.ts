// The part of AbortSignal that core needs.

export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The platform's own AbortSignal, where its types are known: `fetch` takes no other. */
export type PlatformAbortSignal =
  typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal & AbortSignalLike : AbortSignalLike
