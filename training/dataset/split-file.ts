// A split comes in, the text of its file comes out; its checksums are computed here for writer and reader alike.
import { createHash } from 'node:crypto'

export interface SplitFile {
  description: string
  seed: number
  /** Training pictures in all. */
  pictures: number
  /** SHA-256 of the training pictures, uint8 [N * 784] in their order: indices mean nothing in another order. */
  pixelsSha256: string
  nearDuplicates: { distance: number; groups: number; picturesInGroups: number }
  /** SHA-256 of the validation list. */
  sha256: string
  /** Indices of the validation pictures, ascending. All others are for training. */
  validation: number[]
}

/** SHA-256 of the canonical list: decimal numbers joined by commas, nothing else. */
export const listSha256 = (indices: readonly number[]) => createHash('sha256').update(indices.join(',')).digest('hex')

/** SHA-256 of pictures as uint8 [N * 784]. */
export const pixelsSha256 = (pixels: Uint8Array) => createHash('sha256').update(pixels).digest('hex')

/** JSON, one entry a line, the list in one line. */
export function formatSplitFile(file: SplitFile): string {
  const lines = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}
