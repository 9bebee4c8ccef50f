// What a suite needs beyond npm's packages: a name, whether it is there, and how to get it.
import { runProgram } from './run-tool.mjs'

export const nativeNeed = {
  name: 'native',
  isPresent: async () =>
    (await runProgram(process.execPath, ['training/native/setup-native.mjs', '--check'])).code === 0,
  reason: '@tensorflow/tfjs-node is not installed: npm run setup:native',
}

export const chromiumNeed = {
  name: 'chromium',
  isPresent: async () => (await import('../test/web/find-chromium.mjs').then(({ findChromium }) => findChromium())).path !== null,
  reason: 'no Chromium starts here: see test/web/README.md',
}

/** STYLELENS_REQUIRE=native,registry turns a skip for want of these into a failure. */
export function isRequired(name) {
  return (process.env.STYLELENS_REQUIRE ?? '')
    .split(',')
    .map((word) => word.trim())
    .includes(name)
}
