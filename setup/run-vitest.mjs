// A project of vitest.config.ts and extra words in; counts of its tests and the reasons of its skips out.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCounts } from './counts.mjs'
import { runPackage } from './run-tool.mjs'

const exhaustive = '--exhaustive'

/** @param {string[]} words `--exhaustive` is for tests with long tables; others go to vitest (parts of file names) */
export async function runVitest(project, words) {
  const folder = mkdtempSync(join(tmpdir(), 'stylelens-report-'))
  const report = join(folder, 'report.json')
  const skips = join(folder, 'skips.txt')
  const environment = { STYLELENS_SKIPS: skips, ...(words.includes(exhaustive) ? { STYLELENS_EXHAUSTIVE: '1' } : {}) }
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const filters = words.filter((word) => word !== exhaustive)
  try {
    const { code } = await runPackage('vitest', ['run', '--project', project, ...reporters, ...filters], {
      show: true,
      environment,
    })
    return { counts: readCounts(report, code), reasons: readReasons(skips) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Each test file adds its own lines: the same reason comes more than once.
function readReasons(path) {
  if (!existsSync(path)) return []
  return [
    ...new Set(
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ),
  ]
}
