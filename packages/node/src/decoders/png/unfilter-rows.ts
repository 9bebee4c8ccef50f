// Rows as PNG filters them in; the same rows as they were before, without their filter bytes, out.

/** Filters of method 0 (PNG, third edition, 9.2). */
const filters = { none: 0, sub: 1, up: 2, average: 3, paeth: 4 }

/**
 * [height, 1 + rowLength] to [height, rowLength], each row being told by the one above it. `step` is the distance of a
 * byte to the one that it is compared with: bytes of a pixel, at least 1. Throws an Error for an unknown filter.
 */
export function unfilterRows(filtered: Uint8Array, height: number, rowLength: number, step: number): Uint8Array {
  const rows = new Uint8Array(height * rowLength)
  let above = new Uint8Array(rowLength)
  for (let row = 0; row < height; row++) {
    const from = row * (rowLength + 1)
    const line = rows.subarray(row * rowLength, (row + 1) * rowLength)
    line.set(filtered.subarray(from + 1, from + 1 + rowLength))
    unfilter(filtered[from], line, above, step)
    above = line
  }
  return rows
}

function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  switch (filter) {
    case filters.none:
      return
    case filters.sub:
      for (let at = step; at < line.length; at++) line[at] += line[at - step]
      return
    case filters.up:
      for (let at = 0; at < line.length; at++) line[at] += above[at]
      return
    case filters.average:
      for (let at = 0; at < line.length; at++) line[at] += ((at < step ? 0 : line[at - step]) + above[at]) >> 1
      return
    case filters.paeth:
      for (let at = 0; at < Math.min(step, line.length); at++) line[at] += above[at]
      for (let at = step; at < line.length; at++) line[at] += paeth(line[at - step], above[at], above[at - step])
      return
    default:
      throw new Error(`there is no filter ${filter}`)
  }
}

/** Of left, above and above-left the one that is nearest to left + above - aboveLeft. */
function paeth(left: number, above: number, aboveLeft: number): number {
  const toLeft = Math.abs(above - aboveLeft)
  const toAbove = Math.abs(left - aboveLeft)
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft)
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left
  return toAbove <= toAboveLeft ? above : aboveLeft
}
