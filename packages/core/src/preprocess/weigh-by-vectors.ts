// Pixels and the weights of each new column or row in; what they come to out, by WebAssembly, where that is faster.
import type { PixelWeights } from './lanczos-weights'
import { openVectors, type Vectors } from './open-vectors'

/** Row after row, without gaps. */
export interface PixelRows {
  readonly data: Uint8Array | Uint8ClampedArray
  /** Bytes of one row. */
  readonly rowBytes: number
  readonly rows: number
}

// Below it, laying out the weights and copying costs more than it saves.
const leastBytes = 32768
// What is copied at a time: it should stay in the processor's cache until it is weighed.
const stripBytes = 131072
const groupBytes = 12
// The last group may reach beyond the last pixel, with weights of 0; the last block too, and is not copied back.
const slack = 32

/** [rows, columns]: sums of grey pixels, in 32 bits. Undefined where the caller had better do it. */
export function sumGreyByVectors(pixels: PixelRows, columns: readonly PixelWeights[]): Int32Array | undefined {
  if (!isWorthIt(pixels, columns)) return undefined
  const sums = new Int32Array(pixels.rows * columns.length)
  const bytes = new Uint8Array(sums.buffer)
  return eachStrip(pixels, columns, 1, ({ sumGrey }) => sumGrey, bytes) ? sums : undefined
}

/** [rows, columns, channels]: rounded as Pillow does. Undefined where the caller had better do it. */
export function weighRowsByVectors(
  pixels: PixelRows,
  channels: 1 | 3,
  columns: readonly PixelWeights[],
): Uint8Array | undefined {
  if (!isWorthIt(pixels, columns)) return undefined
  const bytes = new Uint8Array(pixels.rows * columns.length * channels)
  const choose = ({ weighGrey, weighColours }: Vectors) => (channels === 1 ? weighGrey : weighColours)
  return eachStrip(pixels, columns, channels, choose, bytes) ? bytes : undefined
}

/** [down, rowBytes]: rounded as Pillow does. Undefined where the caller had better do it. */
export function weighColumnsByVectors(pixels: PixelRows, down: readonly PixelWeights[]): Uint8Array | undefined {
  if (!isWorthIt(pixels, down)) return undefined
  const { data, rowBytes } = pixels
  const most = Math.max(...down.map(({ weights }) => weights.length))
  const into = most * 4
  const from = into + rowBytes + slack
  const vectors = openVectors(from + most * rowBytes + slack)
  if (!vectors) return undefined
  const memory = new Uint8Array(vectors.memory.buffer)
  const weighed = new Uint8Array(down.length * rowBytes)
  down.forEach(({ first, weights }, row) => {
    new Int32Array(memory.buffer).set(weights)
    memory.set(data.subarray(first * rowBytes, (first + weights.length) * rowBytes), from)
    vectors.weighDown(from, rowBytes, weights.length, Math.ceil(rowBytes / 8), 0, into, 0)
    weighed.set(memory.subarray(into, into + rowBytes), row * rowBytes)
  })
  return weighed
}

function isWorthIt({ rows, rowBytes }: PixelRows, positions: readonly PixelWeights[]): boolean {
  return rows * rowBytes >= leastBytes && positions.length > 0
}

/** Fills `answer` strip by strip; false where there are no vectors. */
function eachStrip(
  { data, rowBytes, rows }: PixelRows,
  columns: readonly PixelWeights[],
  channels: 1 | 3,
  choose: (vectors: Vectors) => Vectors['sumGrey'],
  answer: Uint8Array,
): boolean {
  const { table, weights } = layOut(columns, channels)
  const answerBytes = answer.length / rows
  const atOnce = Math.max(1, Math.min(rows, Math.floor(stripBytes / Math.max(rowBytes, answerBytes))))
  const [weightsAt, into] = [table.length * 4, (table.length + weights.length) * 4]
  const from = into + atOnce * answerBytes
  const vectors = openVectors(from + atOnce * rowBytes + slack)
  if (!vectors) return false
  new Int32Array(vectors.memory.buffer).set(table)
  new Int32Array(vectors.memory.buffer).set(weights, table.length)
  const memory = new Uint8Array(vectors.memory.buffer)
  for (let row = 0; row < rows; row += atOnce) {
    const count = Math.min(atOnce, rows - row)
    memory.set(data.subarray(row * rowBytes, (row + count) * rowBytes), from)
    choose(vectors)(from, rowBytes, count, 0, columns.length, weightsAt, into)
    answer.set(memory.subarray(into, into + count * answerBytes), row * answerBytes)
  }
  return true
}

/** Each weight once for every channel, filled up to whole groups with 0. */
function layOut(
  columns: readonly PixelWeights[],
  channels: 1 | 3,
): { readonly table: Int32Array; readonly weights: Int32Array } {
  const groups = columns.map(({ weights }) => Math.ceil((weights.length * channels) / groupBytes))
  const table = Int32Array.from(columns.flatMap(({ first }, column) => [first * channels, groups[column]]))
  const all = new Int32Array(groups.reduce((sum, count) => sum + count, 0) * groupBytes)
  let start = 0
  columns.forEach(({ weights }, column) => {
    weights.forEach((weight, index) => all.fill(weight, start + index * channels, start + (index + 1) * channels))
    start += groups[column] * groupBytes
  })
  return { table, weights: all }
}
