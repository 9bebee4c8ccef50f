// Runs the compiler's checks: each project that compiles counts as a passed test.
import { addCounts, noTests } from './counts.mjs'
import { runPackage } from './run-tool.mjs'
import { step } from './step.mjs'

const projects = [
  { name: 'all sources', config: 'tsconfig.json' },
  { name: 'packages/core without any platform', config: 'packages/core/tsconfig.json' },
  { name: 'packages/web without Node', config: 'packages/web/tsconfig.json' },
  { name: 'tests of browsers', config: 'test/web/tsconfig.json' },
  { name: 'the page of examples/browser', config: 'examples/browser/tsconfig.json' },
]

export async function typeCheck() {
  let counts = noTests
  for (const { name, config } of projects) {
    const { code, output } = await step(`Type-checking ${name}`, () =>
      runPackage('typescript', ['--noEmit', '-p', config], { command: 'tsc' }),
    )
    if (code !== 0) console.log(output.trim())
    counts = addCounts(counts, { ...noTests, [code === 0 ? 'passed' : 'failed']: 1 })
  }
  return counts
}
