// A suite's name in; its tests run, and `N passed, N failed, N skipped` as the last line out.
import './require-node.mjs'
import { formatCounts } from './counts.mjs'
import { runMain } from './run-main.mjs'
import { runSuite } from './run-suite.mjs'
import { suites } from './suites.mjs'

runMain(async ([name, ...words]) => {
  const suite = suites.find((candidate) => candidate.name === name)
  if (suite === undefined)
    throw new Error(`There is no suite "${name}", only: ${suites.map((candidate) => candidate.name).join(', ')}`)
  const counts = await runSuite(suite, words)
  console.log(formatCounts(counts))
  return counts.failed === 0 ? 0 : 1
})
