// The encoded pictures that every platform takes, as structures: needs no type of Node, of the DOM or of a library.

/** A `URL` object. */
export interface UrlLike {
  readonly href: string
  readonly protocol: string
}

/** A `Blob` or `File`. */
export interface BlobLike {
  readonly size: number
  readonly type: string
  readonly name?: string
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A web `ReadableStream` of bytes. */
export interface ReadableStreamLike {
  getReader(): {
    read(): Promise<{ done: boolean; value?: unknown }>
    cancel(reason?: unknown): Promise<void>
  }
}

/** A `Response` whose body was not read yet. */
export interface ResponseLike {
  readonly status: number
  readonly url: string
  readonly bodyUsed: boolean
  readonly headers: { get(name: string): string | null }
  readonly body: ReadableStreamLike | null
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * A picture still in its file format (PNG, JPEG, WebP, GIF or AVIF): an address (in Node also a path; string or URL
 * object), a Blob or File, a Response, a web or Node stream of bytes, or the bytes themselves.
 */
export type EncodedSource =
  | string
  | UrlLike
  | BlobLike
  | ResponseLike
  | ReadableStreamLike
  | AsyncIterable<Uint8Array | string>
  | ArrayBuffer
  | ArrayBufferView
