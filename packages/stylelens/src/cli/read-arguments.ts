// The text of an option of the command line in; its value, or commander's error, out.
import { InvalidArgumentError } from 'commander'

export function readCount(text: string): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1) throw new InvalidArgumentError('It must be a whole number of at least 1.')
  return count
}

/** 'all' stays a word: commander would turn the library's null into an empty text. */
export function readTopK(text: string): number | 'all' {
  return text === 'all' ? 'all' : readCount(text)
}

export function readProbability(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1.')
  return value
}

export function readNames(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) throw new InvalidArgumentError('It must be a name, or names with commas between them.')
  return names
}

/** Names of platforms as onnxruntime-node has them: `linux-x64`. */
export function readPlatforms(text: string): string[] {
  const names = readNames(text)
  const wrong = names.find((name) => !/^(linux|darwin|win32)-(x64|arm64)$/.test(name))
  if (wrong === undefined) return names
  throw new InvalidArgumentError(`"${wrong}" is none. They are written like linux-x64, darwin-arm64, win32-x64.`)
}

/** `1,32` */
export function readCounts(text: string): number[] {
  return readNames(text).map(readCount)
}

export function readSeconds(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0 && value < Infinity)) throw new InvalidArgumentError('It must be more than 0.')
  return value
}
