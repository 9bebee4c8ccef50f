// A row of the contract, from the test that drives this page, in; its cases, run in the browser, out.
import { createClassifier } from '@stylelens/web'
import type { CreateClassifier } from '../../contract/subject'
import { readFixtures } from '../../contract/read-fixtures'
import type { ContractRow } from '../../contract/fixtures'
import { runtimeContract } from '../../runtime-contract'
import type { BoundCase } from '../../runtime-contract'

export interface ContractPage {
  /** Names of the cases. */
  load(row: ContractRow): Promise<string[]>
  /** Null, or why the case failed. */
  run(name: string): Promise<string | null>
}

let cases = new Map<string, BoundCase>()

async function readGolden(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/golden/${path}`)).arrayBuffer())
}

const huggingFace = new URL('/golden/custom/hugging-face', location.href).href

const page: ContractPage = {
  async load(row) {
    const bound = runtimeContract(createClassifier as CreateClassifier, await readFixtures(readGolden, { huggingFace, ...row }))
    cases = new Map(bound.map((one) => [one.name, one]))
    return [...cases.keys()]
  },
  async run(name) {
    try {
      await cases.get(name)?.run()
      return cases.has(name) ? null : 'There is no such case.'
    } catch (error) {
      const { message, cause } = error as Error
      return `${message}${cause === undefined ? '' : ` (cause: ${String(cause)})`}`
    }
  },
}

Object.assign(globalThis, { contractPage: page })
