// A folder of fixtures and a row in the command line; each case of the contract run, one line of JSON for each, out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { createClassifier } from '@stylelens/node'
import type { ContractRow } from '../contract/fixtures'
import { readFixtures } from '../contract/read-fixtures'
import { runtimeContract } from '../runtime-contract'
import type { CaseResult } from './case-result'

const [folder, row] = [argv[2], JSON.parse(argv[3]) as ContractRow]

const say = (result: CaseResult): void => void stdout.write(`${JSON.stringify(result)}\n`)

async function main(): Promise<void> {
  const read = async (path: string) => Uint8Array.from(await readFile(join(folder, path)))
  const fixtures = await readFixtures(read, row)
  for (const { name, run } of runtimeContract(createClassifier, fixtures)) {
    say(await run().then(
      () => ({ name, error: null }),
      (error: unknown) => ({ name, error: error instanceof Error ? error.message : String(error) }),
    ))
  }
}

// A process that does not end by itself is a failure too: the parent waits for it. Only a broken start is cut short.
main().catch((error: unknown) => {
  console.error(error)
  exit(1)
})
