// The results of test/runtimes and test/browsers in; which runtimes pass the contract with which provider, as the table in the README, out.
import { readFileSync } from 'node:fs'
import type { RuntimeResult } from '../test/runtimes/runtime-result'
import { markdownTable } from './markdown-table'

const files = ['runtimes', 'browsers'].map((suite) => new URL(`../test/${suite}/results.json`, import.meta.url))

/** A provider that a runtime has is not run in every way there. */
function cellOf(ofRuntime: readonly RuntimeResult[], column: string): string {
  const result = ofRuntime.find((one) => columnOf(one) === column)
  if (result === undefined) {
    return ofRuntime.some((one) => column.startsWith(columnOf(one))) ? 'not run' : 'not available'
  }
  return result.failed === 0 ? `${result.passed} passed` : `${result.passed} passed, ${result.failed} failed`
}

const columnOf = ({ executionProvider, inWorkers }: RuntimeResult): string =>
  `\`${executionProvider}\`${inWorkers ? ' in workers' : ''}`

export function runtimeTable(): string {
  const results = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as RuntimeResult[])
  const runtimes = [...new Set(results.map(({ runtime }) => runtime))]
  const columns = [...new Set(results.map(columnOf))]
  const rows = runtimes.map((runtime) => {
    const ofRuntime = results.filter((result) => result.runtime === runtime)
    return [runtime, ...columns.map((column) => cellOf(ofRuntime, column))]
  })
  return markdownTable(['runtime', ...columns], rows)
}
