// A row of the contract in; the names of its cases out: test runners want them before anything runs.
import type { ContractRow } from './contract/fixtures'
import { loadFixtures } from './golden/load-fixtures'
import { runtimeContract } from './runtime-contract'

export async function contractNames(row: ContractRow): Promise<string[]> {
  const never = () => Promise.reject(new Error('The cases are only counted here.'))
  return runtimeContract(never, await loadFixtures(row)).map(({ name }) => name)
}
