// Runs every suite in turn; the last line is the total `N passed, N failed, N skipped`.
import './require-node.mjs'
import { addCounts, formatCounts, noTests } from './counts.mjs'
import { printError } from './step-error.mjs'
import { runMain } from './run-main.mjs'
import { runSuite } from './run-suite.mjs'
import { minutesSince } from './step.mjs'
import { suites } from './suites.mjs'

runMain(async (words) => {
  const start = performance.now()
  const results = []
  for (const suite of suites)
    results.push({ script: suite.script, counts: await runSuite(suite, words).catch(countAsFailure) })
  console.log('')
  for (const { script, counts } of results) console.log(`npm run ${script}: ${formatCounts(counts)}`)
  const total = results.reduce((sum, { counts }) => addCounts(sum, counts), noTests)
  console.log(`npm run test:all: ${minutesSince(start)} minutes`)
  console.log(formatCounts(total))
  return total.failed === 0 ? 0 : 1
})

// One suite that cannot run does not keep the others from running.
function countAsFailure(error) {
  printError(error)
  return { ...noTests, failed: 1 }
}
