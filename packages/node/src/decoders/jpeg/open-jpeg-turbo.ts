// Nothing in; libjpeg-turbo as WebAssembly out, loaded at the first JPEG that needs it, from its own file.

interface FrameInfo {
  readonly width: number
  readonly height: number
  /** 1 grey, 3 RGB. */
  readonly componentCount: number
}

/** Its memory is that of the module; `delete` gives it back. */
export interface JpegTurboDecoder {
  getEncodedBuffer(size: number): Uint8Array
  getDecodedBuffer(): Uint8Array
  /** Both throw a number, which says nothing, for what is damaged. */
  readHeader(): void
  decode(): void
  getFrameInfo(): FrameInfo
  delete(): void
}

export interface JpegTurbo {
  readonly JPEGDecoder: new () => JpegTurboDecoder
  /** All of its memory, which grows and never shrinks. */
  readonly HEAPU8: Uint8Array
}

type Factory = (settings: { print(): void; printErr(): void }) => Promise<JpegTurbo>

/** A CommonJS package behind import(): the factory lies on `default`. */
export type JpegTurboPackage = { readonly default: Factory }

export const importJpegTurbo = (): Promise<JpegTurboPackage> =>
  // @ts-expect-error the package brings no types
  import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs')

/** A fresh object each time: the factory makes the module out of it. */
const silent = () => ({ print: () => undefined, printErr: () => undefined })

/** It begins with 50 MB; what a picture of 20 million pixels has made of it is not kept for the next one. */
const mostKept = 64 * 1024 * 1024

let kept: Promise<JpegTurbo> | undefined

/** Rejects where the package cannot be loaded; the next call tries again. */
export async function withJpegTurbo<Result>(
  work: (turbo: JpegTurbo) => Result,
  load: () => Promise<JpegTurboPackage> = importJpegTurbo,
): Promise<Result> {
  kept ??= load().then(({ default: create }) => create(silent()))
  const opening = kept
  try {
    const turbo = await opening
    const result = work(turbo)
    if (turbo.HEAPU8.length > mostKept) kept = undefined
    return result
  } catch (error) {
    // what failed may have left its memory behind
    if (kept === opening) kept = undefined
    throw error
  }
}
