// A path that could not be read, and why, in; the typed error that says what to pass instead out.
import { join } from 'node:path'
import { ConversionError } from '../conversion-error'

/** `wanted` is the name such a file usually has. */
export function fileMissing(path: string, wanted: string, cause: unknown): ConversionError {
  const { code, message } = cause as NodeJS.ErrnoException
  const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
  const advice = `Pass the path of a ${wanted}${code === 'EISDIR' ? `, such as ${join(path, wanted)}` : ''}.`
  return new ConversionError('file-missing', `Cannot read "${path}": ${reason}. ${advice}`, { key: path, cause })
}
