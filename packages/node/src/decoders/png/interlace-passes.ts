// The size of a picture in; the smaller pictures that Adam7 cuts it into, which come one after another, out.

export interface Pass {
  /** Of the pass's own picture. */
  readonly width: number
  readonly height: number
  /** Where its first pixel belongs, and how far apart the others do. */
  readonly left: number
  readonly top: number
  readonly columnStep: number
  readonly rowStep: number
}

/** PNG, third edition, 8.1: left, top, column step, row step. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Passes without pixels have no rows and are left out. A picture that is not interlaced is one pass. */
export function interlacePasses(width: number, height: number, interlaced: boolean): Pass[] {
  if (!interlaced) return [{ width, height, left: 0, top: 0, columnStep: 1, rowStep: 1 }]
  return adam7
    .map(([left, top, columnStep, rowStep]) => ({
      width: Math.ceil((width - left) / columnStep),
      height: Math.ceil((height - top) / rowStep),
      left,
      top,
      columnStep,
      rowStep,
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0)
}
