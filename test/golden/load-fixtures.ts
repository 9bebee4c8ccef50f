// A row of the contract in; its fixtures, read from disk, out.
import { readFile } from 'node:fs/promises'
import type { ContractFixtures, ContractRow } from '../contract/fixtures'
import { readExpected, readFixtures } from '../contract/read-fixtures'
import type { ExpectedFile } from '../contract/read-fixtures'
import { goldenFolder } from './golden-folder'

/** A copy: the small files that Node reads share one buffer. */
async function readGolden(path: string): Promise<Uint8Array> {
  return Uint8Array.from(await readFile(new URL(path, goldenFolder)))
}

export function loadFixtures(row: ContractRow): Promise<ContractFixtures> {
  return readFixtures(readGolden, { huggingFace: new URL('custom/hugging-face', goldenFolder).href, ...row })
}

export function loadExpected(): Promise<ExpectedFile> {
  return readExpected(readGolden)
}
