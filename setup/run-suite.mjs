// Runs one suite of the table: the suite and extra words for vitest in, counts of its tests out.
import { build } from './build.mjs'
import { addCounts, noTests } from './counts.mjs'
import { installEverything } from './install.mjs'
import { isRequired } from './needs.mjs'
import { runVitest } from './run-vitest.mjs'
import { minutesSince } from './step.mjs'
import { typeCheck } from './type-check.mjs'

/** Installs and builds what is missing, runs the suite, and prints the reasons of skips and the minutes. */
export async function runSuite(suite, words) {
  const start = performance.now()
  await installEverything()
  await build()
  const counts = (await countMissing(suite)) ?? (await runTests(suite, words))
  console.log(`\nnpm run ${suite.script}: ${minutesSince(start)} minutes`)
  return counts
}

async function runTests(suite, words) {
  const types = suite.typeCheck ? await typeCheck() : noTests
  const { counts, reasons } = await runVitest(suite.name, words)
  for (const reason of reasons) console.log(`Skipped for want of ${reason}`)
  return addCounts(types, counts)
}

async function countMissing({ script, need }) {
  if (need === undefined || (await need.isPresent())) return null
  const required = isRequired(need.name)
  console.log(`${required ? 'Failed' : 'Skipped'}: npm run ${script}, for want of ${need.name}: ${need.reason}`)
  return { ...noTests, [required ? 'failed' : 'skipped']: 1 }
}
