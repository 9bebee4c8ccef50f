// Whether something a test needs is there comes in; out comes the same, or an error where it must not be missing.
import { appendFileSync } from 'node:fs'

/**
 * Gives `present` back, for `it.skipIf(!available(...))`. Where the environment variable STYLELENS_REQUIRE (a comma
 * list of names) holds `name`, a missing thing is an error instead, so that nothing is skipped unnoticed.
 */
export function available(name: string, present: boolean, reason: string): boolean {
  if (present) return true
  const required = (process.env.STYLELENS_REQUIRE ?? '').split(',').map((entry) => entry.trim())
  if (required.includes(name)) {
    throw new Error(`STYLELENS_REQUIRE holds "${name}", which is missing: ${reason}.`)
  }
  const list = process.env.STYLELENS_SKIPS // a file that setup/run-suite.mjs reads when the tests are done
  if (list) appendFileSync(list, `${name}: ${reason}\n`)
  return false
}
