// Pictures come in, the groups of those that are nearly the same, mirrored or not, come out.
import { mirror, pictureNorms, tileSums } from './picture-features'
import type { TileSums } from './picture-features'
import { PICTURE_PIXELS } from './picture-size'
import { UnionFind } from './union-find'

/** L2 distance of pixels / 255 below which two pictures count as the same. */
export const NEAR_DUPLICATE_DISTANCE = 1.5

/** Pixels with the summaries by which most comparisons end early. */
interface Comparable {
  pixels: Uint8Array
  quarters: TileSums
  blocks: TileSums
}

/**
 * For every picture of uint8 [N * 784] the smallest index in its group. Two pictures are joined where they, or one
 * and the mirror image of the other, lie nearer than `distance` (L2 of pixels / 255); groups are what that joins.
 * Exact: a pair is passed over only where a lower bound of its distance, in whole numbers, reaches the limit.
 */
export function nearDuplicates(pixels: Uint8Array, distance = NEAR_DUPLICATE_DISTANCE): Int32Array {
  const limit = Math.ceil((distance * 255) ** 2) // squared distances are whole: nearer means below this
  const { order, norms, sorted } = sortByNorm(pixels)
  const plain = comparable(sorted)
  const mirrored = comparable(mirror(sorted))
  const groups = new UnionFind(order.length)
  forEachCandidate(norms, tileSums(sorted, 14, 28), distance * 255, limit, (one, other) => {
    if (isNear(plain, one, plain, other, limit) || isNear(mirrored, one, plain, other, limit)) {
      groups.join(order[one], order[other])
    }
  })
  return groups.representatives()
}

function sortByNorm(pixels: Uint8Array) {
  const unsorted = pictureNorms(pixels)
  const order = Int32Array.from(unsorted.keys()).sort((one, other) => unsorted[one] - unsorted[other])
  const sorted = new Uint8Array(pixels.length)
  order.forEach((picture, place) => {
    const from = picture * PICTURE_PIXELS
    sorted.set(pixels.subarray(from, from + PICTURE_PIXELS), place * PICTURE_PIXELS)
  })
  return { order, sorted, norms: Float64Array.from(order, (picture) => unsorted[picture]) }
}

const comparable = (pixels: Uint8Array): Comparable =>
  ({ pixels, quarters: tileSums(pixels, 14, 14), blocks: tileSums(pixels, 4, 4) })

/** Visits every pair of which neither the norms nor the sums of the upper and lower half, alike when mirrored, tell. */
function forEachCandidate(
  norms: Float64Array, halves: TileSums, radius: number, limit: number, visit: (one: number, other: number) => void,
): void {
  const window = radius + 1e-6 // makes good for the rounding of the norms
  const { sums } = halves
  const bound = limit * halves.area
  for (let one = 0, end = 0; one < norms.length; one++) {
    while (end < norms.length && norms[end] - norms[one] < window) end++
    const upper = sums[2 * one]
    const lower = sums[2 * one + 1]
    for (let other = one + 1; other < end; other++) {
      const above = upper - sums[2 * other]
      const below = lower - sums[2 * other + 1]
      if (above * above + below * below < bound) visit(one, other)
    }
  }
}

function isNear(ones: Comparable, one: number, others: Comparable, other: number, limit: number): boolean {
  return tilesNear(ones.quarters, one, others.quarters, other, limit)
    && tilesNear(ones.blocks, one, others.blocks, other, limit)
    && pixelsNear(ones.pixels, one * PICTURE_PIXELS, others.pixels, other * PICTURE_PIXELS, limit)
}

function tilesNear(ones: TileSums, one: number, others: TileSums, other: number, limit: number): boolean {
  const bound = limit * ones.area
  const from = one * ones.tiles
  const shift = other * ones.tiles - from
  let sum = 0
  for (let index = from; index < from + ones.tiles && sum < bound; index++) {
    const difference = ones.sums[index] - others.sums[index + shift]
    sum += difference * difference
  }
  return sum < bound
}

function pixelsNear(ones: Uint8Array, one: number, others: Uint8Array, other: number, limit: number): boolean {
  let sum = 0
  for (let index = 0; index < PICTURE_PIXELS && sum < limit; index++) {
    const difference = ones[one + index] - others[other + index]
    sum += difference * difference
  }
  return sum < limit
}
