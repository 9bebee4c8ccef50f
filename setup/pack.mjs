// `npm run pack`: builds all packages and writes their tarballs into tarballs/, ready for `npm install`.
import './require-node.mjs'
import { mkdirSync } from 'node:fs'
import { build, packageNames } from './build.mjs'
import { fromRoot } from './root.mjs'
import { runMain } from './run-main.mjs'
import { runNpm } from './run-tool.mjs'
import { step } from './step.mjs'
import { StepError } from './step-error.mjs'

runMain(async () => {
  await build()
  mkdirSync(fromRoot('tarballs'), { recursive: true })
  const workspaces = packageNames.flatMap((name) => ['--workspace', `packages/${name}`])
  await step('Packing', async () => {
    const { code, output } = await runNpm(['pack', '--pack-destination', 'tarballs', ...workspaces])
    if (code !== 0) throw new StepError('npm could not pack the packages.', { output })
  })
  return 0
})
