// A colour type, a depth and a size in; a PNG of known samples, filtered by every filter in turn, out.
import { chunk, makePng } from './make-png'

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly colourType: 0 | 2 | 3 | 4 | 6
  readonly bitDepth: number
  readonly interlaced?: boolean
  /** A transparent colour, or alpha for the first colours of the palette. */
  readonly transparent?: boolean
  readonly chunks?: readonly Uint8Array[]
}

const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

/** Left, top, column step, row step of each pass. */
const adam7 = ['0 0 8 8', '4 0 8 8', '0 4 4 8', '2 0 4 4', '0 2 2 4', '1 0 2 2', '0 1 1 2']

const colours = (bitDepth: number) => Math.min(2 ** bitDepth, 7)

/** Repeats late, so that a shifted or swapped sample shows; a palette has no more than seven colours. */
export function sampleAt({ colourType, bitDepth }: Drawing, left: number, top: number, index: number): number {
  const value = (left * 37 + top * 101 + index * 53 + ((left * top) % 11) * 1237) * (bitDepth === 16 ? 251 : 1)
  return value % (colourType === 3 ? colours(bitDepth) : 2 ** bitDepth)
}

/** Big-endian bits, filled up to a whole byte. */
function packRow(samples: readonly number[], bitDepth: number): Uint8Array {
  const row = new Uint8Array(Math.ceil((samples.length * bitDepth) / 8))
  samples.forEach((sample, index) => {
    if (bitDepth === 16) row.set([sample >> 8, sample & 255], index * 2)
    else row[(index * bitDepth) >> 3] |= sample << (8 - bitDepth - ((index * bitDepth) & 7))
  })
  return row
}

const nearest = (left: number, above: number, corner: number): number => {
  const estimate = left + above - corner
  const distances = [left, above, corner].map((value) => Math.abs(estimate - value))
  return [left, above, corner][distances.indexOf(Math.min(...distances))]
}

const predictors: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  nearest,
]

function filterRow(row: Uint8Array, above: Uint8Array, filter: number, step: number): number[] {
  const predict = predictors[filter]
  const filtered = [...row].map((byte, at) =>
    (byte - predict(row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0)) & 255)
  return [filter, ...filtered]
}

function passRows(drawing: Drawing, [left, top, columnStep, rowStep]: readonly number[]): number[] {
  const samples = samplesOf[drawing.colourType]
  const step = Math.max(1, (samples * drawing.bitDepth) / 8)
  const bytes: number[] = []
  let above = new Uint8Array()
  for (let y = top, count = 0; y < drawing.height; y += rowStep, count++) {
    const values: number[] = []
    for (let x = left; x < drawing.width; x += columnStep) {
      for (let index = 0; index < samples; index++) values.push(sampleAt(drawing, x, y, index))
    }
    if (values.length === 0) return []
    const row = packRow(values, drawing.bitDepth)
    bytes.push(...filterRow(row, above, (count + 1) % predictors.length, step))
    above = new Uint8Array(row)
  }
  return bytes
}

const palette = (bitDepth: number) =>
  chunk('PLTE', Uint8Array.from({ length: colours(bitDepth) * 3 }, (_, index) => (index * 47 + 13) % 256))

/** Of the palette the first two colours are seen through, of the others the colour of the first pixel. */
function transparency(drawing: Drawing): Buffer {
  if (drawing.colourType === 3) return chunk('tRNS', Uint8Array.of(0, 128).subarray(0, colours(drawing.bitDepth)))
  const samples = Array.from({ length: samplesOf[drawing.colourType] }, (_, index) => sampleAt(drawing, 0, 0, index))
  return chunk('tRNS', Uint8Array.from(samples.flatMap((sample) => [sample >> 8, sample & 255])))
}

export function drawPng(drawing: Drawing): Buffer {
  const { colourType, bitDepth, interlaced = false, transparent = false, chunks = [] } = drawing
  const passes = interlaced ? adam7.map((pass) => pass.split(' ').map(Number)) : [[0, 0, 1, 1]]
  return makePng({
    ...drawing,
    interlace: interlaced ? 1 : 0,
    rows: Uint8Array.from(passes.flatMap((pass) => passRows(drawing, pass))),
    chunks: [
      ...(colourType === 3 ? [palette(bitDepth)] : []),
      ...(transparent ? [transparency(drawing)] : []),
      ...chunks,
    ],
  })
}
