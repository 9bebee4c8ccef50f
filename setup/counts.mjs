// Counts of tests: what vitest's JSON report says, how they add up, how they are written.
import { readFileSync } from 'node:fs'

export const noTests = { passed: 0, failed: 0, skipped: 0 }

export function addCounts(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

export function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** Of one vitest run. A file that does not load, and a run that ends badly without a failed test, count as failures. */
export function readCounts(reportPath, exitCode) {
  let report
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8'))
  } catch {
    return { ...noTests, failed: 1 } // vitest died before it could write its report
  }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
