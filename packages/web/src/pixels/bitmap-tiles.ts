// A size in; the tiles that cover it, none larger than every browser's canvas and texture may be, out.
import { tileSide } from './tile-side'

export interface Tile {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function* bitmapTiles(width: number, height: number, side = tileSide): Generator<Tile> {
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      yield { left, top, width: Math.min(side, width - left), height: Math.min(side, height - top) }
    }
  }
}

/** Writes the RGBA pixels of a tile into those of the whole. */
export function placeTile(all: Uint8Array | Uint8ClampedArray, width: number, tile: Tile, data: ArrayLike<number>): void {
  const pixels = data as Uint8Array
  for (let row = 0; row < tile.height; row++) {
    const line = pixels.subarray(row * tile.width * 4, (row + 1) * tile.width * 4)
    all.set(line, ((tile.top + row) * width + tile.left) * 4)
  }
}
