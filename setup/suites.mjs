// The table of test suites: `npm run test:NAME` runs one, `npm run test:all` runs them in this order.
import { chromiumNeed, nativeNeed } from './needs.mjs'

/**
 * `name` is a project of vitest.config.ts.
 * `typeCheck`: the compiler's checks count as tests of this suite.
 * `need`: what npm alone does not bring; without it the suite is skipped with the reason, or fails where
 * STYLELENS_REQUIRE names it.
 */
export const suites = [
  { name: 'npm', script: 'test', typeCheck: true },
  { name: 'native', script: 'test:native', need: nativeNeed },
  { name: 'web', script: 'test:web', need: chromiumNeed },
  { name: 'browsers', script: 'test:browsers' },
  { name: 'runtimes', script: 'test:runtimes' },
  { name: 'exporter', script: 'test:exporter' },
  { name: 'stress', script: 'test:stress' },
]
