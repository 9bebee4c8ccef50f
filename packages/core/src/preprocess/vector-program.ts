// Nothing in; the bytes of a WebAssembly module out that weighs rows and columns of pixels, many at a time.
import { advance, instructions, repeat, unsigned, type Code } from './vector-instructions'
import { precisionBits } from './pillow-weights'

const {
  add, addAll, constant, end, get, isLess, lane, load, loadShorts, loadVector, lowerShorts, multiplyAll, narrowToBytes,
  narrowToShorts, select, set, shiftAllRight, shiftLeft, shiftRight, spread, store, storeByte, storeHalfVector, tee,
  upperShorts,
} = instructions

const half = [...constant(1), ...constant(precisionBits - 1), ...shiftLeft]

/** A function of seven integers, with five integers and four vectors of its own. */
function weighRows(finish: Code): Code {
  const [data, rowBytes, rows, table, columns, weights] = [0, 1, 2, 3, 4, 5]
  const [columnsLeft, entry, weight, source, groups] = [7, 8, 9, 10, 11]
  const addWeighed = (index: number, bytes: Code) => [
    ...get(sums[index]),
    ...bytes, ...get(weight), ...loadVector(index * 16), ...multiplyAll,
    ...addAll, ...set(sums[index]),
  ]
  const weighGroup = [
    ...addWeighed(0, [...get(source), ...loadShorts(0), ...tee(shorts), ...lowerShorts]),
    ...addWeighed(1, [...get(shorts), ...upperShorts]),
    ...addWeighed(2, [...get(source), ...loadShorts(8), ...lowerShorts]),
    ...advance(source, constant(12)),
    ...advance(weight, constant(48)),
  ]
  const weighColumn = [
    ...get(data), ...get(entry), ...load(0), ...add, ...set(source),
    ...get(entry), ...load(4), ...set(groups),
    ...sums.flatMap((sum) => [...constant(0), ...spread, ...set(sum)]),
    ...repeat(groups, weighGroup),
    ...finish,
    ...advance(entry, constant(8)),
  ]
  return [
    ...repeat(rows,
      [...get(table), ...set(entry), ...get(weights), ...set(weight), ...get(columns), ...set(columnsLeft)],
      repeat(columnsLeft, weighColumn),
      advance(data, get(rowBytes))),
    ...end,
  ]
}

// Of `weighRows`.
const into = 6
const spare = 11
const sums = [12, 13, 14]
const shorts = 15

/** The sum of some of the twelve sums. */
function addLanes(lanes: readonly number[]): Code {
  const values = lanes.flatMap((place) => [...get(sums[Math.floor(place / 4)]), ...lane(place % 4)])
  return [...values, ...lanes.slice(1).flatMap(() => add)]
}

const all = Array.from({ length: 12 }, (_, place) => place)
const ofColour = (channel: number) => all.filter((place) => place % 3 === channel)

const storeSum = [...get(into), ...addLanes(all), ...store(0), ...advance(into, constant(4))]

/** Rounded, and kept within 0..255. */
const storeRounded = (lanes: readonly number[], offset: number) => [
  ...get(into),
  ...addLanes(lanes), ...half, ...add, ...constant(precisionBits), ...shiftRight, ...set(spare),
  ...constant(0), ...get(spare), ...get(spare), ...constant(0), ...isLess, ...select, ...set(spare),
  ...constant(255), ...get(spare), ...constant(255), ...get(spare), ...isLess, ...select,
  ...storeByte(offset),
]

const storeGrey = [...storeRounded(all, 0), ...advance(into, constant(1))]
const storeColours = [
  ...[0, 1, 2].flatMap((channel) => storeRounded(ofColour(channel), channel)),
  ...advance(into, constant(3)),
]

/** One row out of several, eight bytes at a time. */
function weighDown(): Code {
  const [data, rowBytes, taps, blocks, weights, target] = [0, 1, 2, 3, 4, 5]
  const [tapsLeft, source, weight] = [7, 8, 9]
  const [lower, upper, bytes, factor] = [12, 13, 14, 15]
  const addWeighed = (sum: number, part: Code) =>
    [...get(sum), ...get(bytes), ...part, ...get(factor), ...multiplyAll, ...addAll, ...set(sum)]
  const weighTap = [
    ...get(source), ...loadShorts(0), ...set(bytes),
    ...get(weight), ...load(0), ...spread, ...set(factor),
    ...addWeighed(lower, lowerShorts),
    ...addWeighed(upper, upperShorts),
    ...advance(source, get(rowBytes)),
    ...advance(weight, constant(4)),
  ]
  const rounded = (sum: number) => [...get(sum), ...constant(precisionBits), ...shiftAllRight]
  const weighBlock = [
    ...get(data), ...set(source), ...get(weights), ...set(weight), ...get(taps), ...set(tapsLeft),
    ...half, ...spread, ...tee(lower), ...set(upper),
    ...repeat(tapsLeft, weighTap),
    ...get(target),
    ...rounded(lower), ...rounded(upper), ...narrowToShorts, ...tee(bytes), ...get(bytes), ...narrowToBytes,
    ...storeHalfVector,
    ...advance(data, constant(8)),
    ...advance(target, constant(8)),
  ]
  return [...repeat(blocks, weighBlock), ...end]
}

const sized = (bytes: Code) => [...unsigned(bytes.length), ...bytes]
const section = (id: number, entries: readonly Code[]) => [id, ...sized([entries.length, ...entries.flat()])]
const text = (name: string) => sized(Array.from(name, (letter) => letter.charCodeAt(0)))

const [i32, v128] = [0x7f, 0x7b]
const locals = [2, 5, i32, 4, v128]

/**
 * Exports `memory` and four functions of seven numbers, addresses in bytes; no count may be 0.
 * `sumGrey`, `weighGrey`, `weighColours` (data, rowBytes, rows, table, columns, weights, into): `table` has two integers
 * a column, where in a row it begins and how many groups of twelve bytes it weighs; `weights` an integer for each of
 * these bytes, column after column. They give a sum (32 bits, it wraps), a byte or three bytes a column.
 * `weighDown` (data, rowBytes, taps, blocks, weights, into, 0): eight bytes for each block.
 */
export function vectorProgram(): Uint8Array {
  const functions = {
    sumGrey: weighRows(storeSum),
    weighGrey: weighRows(storeGrey),
    weighColours: weighRows(storeColours),
    weighDown: weighDown(),
  }
  const names = Object.keys(functions)
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [[0x60, 7, i32, i32, i32, i32, i32, i32, i32, 0]]),
    ...section(3, names.map(() => [0])),
    ...section(5, [[0, 1]]),
    ...section(7, [[...text('memory'), 2, 0], ...names.map((name, index) => [...text(name), 0, index])]),
    ...section(10, Object.values(functions).map((body) => sized([...locals, ...body]))),
  ])
}
