// The checksum that a file states and the one that was found in; nothing out, or the error that says what to do.
import { DatasetError } from './dataset-error'

/** @throws DatasetError dataset-checksum */
export function checkSha256(file: string, problem: string, wanted: string, found: string, action: string): void {
  if (wanted === found) return
  throw new DatasetError('dataset-checksum', {
    problem, file, expected: `SHA-256 ${wanted}`, received: found, action,
  })
}
