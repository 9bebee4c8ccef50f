// A folder of its own for one test file, removed when the file is done.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'stylelens-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
