// The bytes of a 785-column CSV file (label first) come in, its pictures and labels come out.
import ndarray from 'ndarray'
import type { NdArray } from 'ndarray'
import { DatasetError } from './dataset-error'
import { CLASS_COUNT, PICTURE_PIXELS, PICTURE_SIDE } from './picture-size'

const COLUMNS = 1 + PICTURE_PIXELS
const [LINE_FEED, CARRIAGE_RETURN, COMMA, ZERO] = [10, 13, 44, 48]
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const ACTION = 'Repair the line, or download the file again'

export interface CsvPictures {
  /** uint8 [N, 28, 28] */
  images: NdArray<Uint8Array>
  /** uint8 [N] */
  labels: NdArray<Uint8Array>
}

/**
 * Reads `label,pixel1,...,pixel784` rows; a first line that begins with "label" is the header. Lines end in LF or
 * CRLF, empty lines are passed over. `file` is the name that errors tell.
 * @throws DatasetError dataset-row, dataset-label, dataset-truncated (no row at all)
 */
export function parseCsv(bytes: Uint8Array, file: string): CsvPictures {
  const start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0
  const capacity = countLines(bytes)
  const pixels = new Uint8Array(capacity * PICTURE_PIXELS)
  const labels = new Uint8Array(capacity)
  const row = new Uint8Array(COLUMNS)
  let count = 0
  forEachLine(bytes, start, (from, to, line) => {
    if (line === 1 && isHeader(bytes, from, to)) return
    if (!parseRow(bytes, from, to, row)) throw explain(bytes.subarray(from, to), file, line)
    labels[count] = row[0]
    pixels.set(row.subarray(1), count * PICTURE_PIXELS)
    count++
  })
  if (count === 0) {
    throw new DatasetError('dataset-truncated', {
      problem: 'There is no picture', file, expected: `rows of ${COLUMNS} values`, received: `${bytes.length} bytes`,
      action: 'Give the CSV file as Kaggle offers it',
    })
  }
  return {
    images: ndarray(pixels.subarray(0, count * PICTURE_PIXELS), [count, PICTURE_SIDE, PICTURE_SIDE]),
    labels: ndarray(labels.subarray(0, count), [count]),
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 1
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++
  return count
}

function forEachLine(bytes: Uint8Array, start: number, visit: (from: number, to: number, line: number) => void) {
  let line = 1
  for (let from = start; from < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, from)
    const next = found === -1 ? bytes.length : found
    const to = next > from && bytes[next - 1] === CARRIAGE_RETURN ? next - 1 : next
    if (to > from) visit(from, to, line)
    from = next + 1
  }
}

const isHeader = (bytes: Uint8Array, from: number, to: number) =>
  /^"?label"?,/i.test(new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 16))))

/** Fills `row` and says whether the line is a faultless one; why it is not is found by the slower `explain`. */
function parseRow(bytes: Uint8Array, from: number, to: number, row: Uint8Array): boolean {
  let [column, value, digits] = [0, 0, 0]
  for (let at = from; at <= to; at++) {
    const byte = at === to ? COMMA : bytes[at]
    if (byte === COMMA) {
      if (digits === 0 || value > 255 || column === COLUMNS) return false
      row[column++] = value
      value = 0
      digits = 0
    } else {
      const digit = byte - ZERO
      if (digit < 0 || digit > 9) return false
      value = value * 10 + digit
      digits++
    }
  }
  return column === COLUMNS && row[0] < CLASS_COUNT
}

function explain(bytes: Uint8Array, file: string, line: number): DatasetError {
  const fields = new TextDecoder().decode(bytes).split(',')
  const wrong = fields.findIndex((field) => !/^[0-9]+$/.test(field) || Number(field) > 255)
  if (wrong !== -1 && fields.length === COLUMNS) {
    const code = wrong === 0 ? 'dataset-label' : 'dataset-row'
    const expected = wrong === 0 ? `a label from 0 to ${CLASS_COUNT - 1}` : 'an integer from 0 to 255'
    const problem = `Column ${wrong + 1} holds a wrong value`
    return new DatasetError(code, { problem, file, line, expected, received: quote(fields[wrong]), action: ACTION })
  }
  if (fields.length !== COLUMNS) {
    const problem = 'The row has the wrong number of values'
    const received = `${fields.length}`
    return new DatasetError('dataset-row', { problem, file, line, expected: `${COLUMNS}`, received, action: ACTION })
  }
  return new DatasetError('dataset-label', {
    problem: 'There is no such class', file, line,
    expected: `a label from 0 to ${CLASS_COUNT - 1}`, received: fields[0], action: ACTION,
  })
}

const quote = (field: string) => JSON.stringify(field.length > 40 ? `${field.slice(0, 40)}...` : field)
