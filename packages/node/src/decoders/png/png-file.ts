// What a PNG file holds, before its pixels are unpacked.

export interface PngHeader {
  readonly width: number
  readonly height: number
  /** Bits of one sample: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number
  readonly colourType: ColourType
  /** In seven passes (Adam7). */
  readonly interlaced: boolean
}

export interface PngFile extends PngHeader {
  /** RGB, three bytes a colour; empty where the colour type has none. */
  readonly palette: Uint8Array
  /** The data of tRNS: alpha of the first colours, or the one colour that is transparent. Undefined: nothing is. */
  readonly transparency: Uint8Array | undefined
  /** One zlib stream, in the parts that it was found in. */
  readonly compressed: readonly Uint8Array[]
  /** EXIF, 1 to 8. */
  readonly orientation: number
}

/** PNG, third edition, table 8. */
export type ColourType = 0 | 2 | 3 | 4 | 6

interface ColourKind {
  /** Samples of one pixel in the file. */
  readonly samples: 1 | 2 | 3 | 4
  readonly depths: readonly number[]
  readonly hasPalette?: boolean
}

export const colourKinds: Readonly<Record<ColourType, ColourKind>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8], hasPalette: true },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/** Bytes of one row, without the byte that names its filter. */
export function rowLength({ bitDepth, colourType }: PngHeader, width: number): number {
  return Math.ceil((width * colourKinds[colourType].samples * bitDepth) / 8)
}
