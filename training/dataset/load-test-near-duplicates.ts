// Test pictures in, the rows of those that are nearly the same as a training picture out; the list was made once.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSha256 } from './check-sha256'
import { listSha256, pixelsSha256 } from './split-file'

export const TEST_NEAR_DUPLICATES_PATH = fileURLToPath(new URL('./test-near-duplicates.json', import.meta.url))

export interface NearDuplicateFile {
  readonly description: string
  readonly distance: number
  /** SHA-256 of the pictures, uint8 [N * 784] in their order: rows mean nothing in another order. */
  readonly trainingSha256: string
  readonly testSha256: string
  /** SHA-256 of the list of rows. */
  readonly sha256: string
  /** Ascending. */
  readonly rows: readonly number[]
}

export const readNearDuplicateFile = (path = TEST_NEAR_DUPLICATES_PATH): NearDuplicateFile =>
  JSON.parse(readFileSync(path, 'utf8')) as NearDuplicateFile

/**
 * `test`: uint8 [N * 784].
 * @throws DatasetError dataset-checksum where the list was changed, or made for other pictures or another order of them
 */
export function loadTestNearDuplicates(test: Uint8Array, path = TEST_NEAR_DUPLICATES_PATH): ReadonlySet<number> {
  const { rows, sha256, testSha256 } = readNearDuplicateFile(path)
  const mend = 'Make it anew with make-test-near-duplicates.ts'
  checkSha256(path, 'The list of near-duplicates has been changed', sha256, listSha256(rows), mend)
  const problem = 'The test pictures are not those of the list, or in another order'
  checkSha256(path, problem, testSha256, pixelsSha256(test), mend)
  return new Set(rows)
}
