// A picture as it is to be seen and an EXIF orientation in; the pixels as a camera would store them out.

export interface GoldenPixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Where in the seen picture the pixel of a stored column and row lies. */
type Place = (column: number, row: number, right: number, bottom: number) => readonly [x: number, y: number]

/** EXIF 2.32, tag 0x0112: which sides of the seen picture the first stored row and the first stored column are. */
const places: readonly Place[] = [
  (column, row) => [column, row], // 1: row 0 is the top, column 0 the left
  (column, row, right) => [right - column, row], // 2: top, right
  (column, row, right, bottom) => [right - column, bottom - row], // 3: bottom, right
  (column, row, _right, bottom) => [column, bottom - row], // 4: bottom, left
  (column, row) => [row, column], // 5: left, top
  (column, row, right) => [right - row, column], // 6: right, top
  (column, row, right, bottom) => [right - row, bottom - column], // 7: right, bottom
  (column, row, _right, bottom) => [row, bottom - column], // 8: left, bottom
]

/** @param orientation 1 to 8 */
export function storeTurned(seen: GoldenPixels, orientation: number): GoldenPixels {
  const { channels } = seen
  const [width, height] = orientation >= 5 ? [seen.height, seen.width] : [seen.width, seen.height]
  const data = new Uint8Array(width * height * channels)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = places[orientation - 1](column, row, seen.width - 1, seen.height - 1)
      const from = (y * seen.width + x) * channels
      data.set(seen.data.subarray(from, from + channels), (row * width + column) * channels)
    }
  }
  return { data, width, height, channels }
}
