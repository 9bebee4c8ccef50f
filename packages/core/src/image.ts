// The pictures that the pipeline speaks of: decoded pixels, and the raw pixels a caller may hand in.

/** Decoded 8-bit pixels, interleaved, row-major: `data.length === width * height * channels`. */
export interface PixelImage {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  /** 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA (alpha not premultiplied). */
  readonly channels: 1 | 2 | 3 | 4
}

/** A decoded file: its stored pixels and the EXIF orientation (1 to 8) that is still to be applied. */
export interface DecodedImage extends PixelImage {
  readonly orientation: number
}

/** Pixels that a caller already has. Integer arrays hold 0..255, float arrays 0..1. */
export interface RawPixels {
  readonly data: ArrayLike<number> & ArrayBufferView
  readonly width: number
  readonly height: number
  /** Default: `data.length / (width * height)`. */
  readonly channels?: number
}

/** The structure of a scijs `ndarray` view of shape [h, w] or [h, w, c], recognised without importing it. */
export interface NdArrayLike {
  readonly data: ArrayLike<number>
  readonly shape: readonly number[]
  readonly stride: readonly number[]
  readonly offset: number
}

/** A part of a picture, as fractions of its width and height as it is seen, after its EXIF orientation. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
