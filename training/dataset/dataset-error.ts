// What went wrong with the data comes in, an error that says where, what was expected and what to do comes out.

/** Stable codes, for programs; texts may change, codes do not. */
export type DatasetErrorCode =
  | 'dataset-missing' // a file or folder is not there or cannot be read
  | 'dataset-truncated' // a file ends too early
  | 'dataset-too-long' // a file goes on after its last picture
  | 'dataset-magic' // a file is of another kind
  | 'dataset-size' // the pictures are not 28 by 28, or there are not as many labels as pictures
  | 'dataset-checksum' // a file or list is not the published one
  | 'dataset-row' // a CSV row has the wrong number of values, or a value that is no integer from 0 to 255
  | 'dataset-label' // a label is not 0 to 9
  | 'dataset-download' // the server refused or the connection broke
  | 'dataset-download-stalled' // the server stopped sending
  | 'dataset-split' // a split file is not one, or a split that keeps its promises does not exist

export interface DatasetErrorDetails {
  /** What happened, as a sentence without its full stop. */
  problem: string
  /** The file or address. */
  file?: string
  /** Line of a text file, from 1. */
  line?: number
  /** Byte offset in a binary file, from 0 (after unpacking, where the file is packed). */
  offset?: number
  expected?: string
  received?: string
  /** What to do, as a sentence without its full stop. */
  action: string
  cause?: unknown
}

const MARKER = Symbol.for('stylelens.DatasetError')

/** Every failure of reading, checking, downloading or splitting the data. Recognise it with {@link isDatasetError}. */
export class DatasetError extends Error {
  readonly [MARKER] = true
  readonly code: DatasetErrorCode
  readonly file?: string
  readonly line?: number
  readonly offset?: number
  readonly expected?: string
  readonly received?: string

  constructor(code: DatasetErrorCode, details: DatasetErrorDetails) {
    super(describe(code, details), details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'DatasetError'
    this.code = code
    this.file = details.file
    this.line = details.line
    this.offset = details.offset
    this.expected = details.expected
    this.received = details.received
  }
}

/** Whether `error` is a DatasetError (of that code, where one is given), also across copies of this module. */
export function isDatasetError(error: unknown, code?: DatasetErrorCode): error is DatasetError {
  if (typeof error !== 'object' || error === null || !(MARKER in error)) return false
  return code === undefined || (error as DatasetError).code === code
}

function describe(code: DatasetErrorCode, details: DatasetErrorDetails): string {
  const { problem, file, line, offset, expected, received, action } = details
  const place = [
    file === undefined ? '' : `"${file}"`,
    line === undefined ? '' : `line ${line}`,
    offset === undefined ? '' : `byte ${offset}`,
  ].filter(Boolean).join(', ')
  const difference = [
    expected === undefined ? '' : `expected ${expected}`,
    received === undefined ? '' : `received ${received}`,
  ].filter(Boolean).join(', ')
  return [problem, place && ` in ${place}`, difference && `: ${difference}`, `. ${action}. [${code}]`].join('')
}
