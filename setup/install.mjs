// Installs from package-lock.json what classifying or testing needs, where it is not there yet.
import { hashFiles } from './hash-files.mjs'
import { isFullyInstalled } from './is-installed.mjs'
import { installAdvice } from './install-advice.mjs'
import { runNpm } from './run-tool.mjs'
import { isStamped, writeStamp } from './stamp.mjs'
import { step } from './step.mjs'
import { StepError } from './step-error.mjs'
import { allWorkspaces, classifyWorkspaces } from './workspaces.mjs'

const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']

/** The packages that classify, with the tools that build them (about 0.5 GB, most of it onnxruntime). */
export async function installToClassify() {
  const hash = hashFiles([
    'package-lock.json',
    'package.json',
    '.npmrc',
    ...classifyWorkspaces.map((path) => `${path}/package.json`),
  ])
  if (isStamped('install-classify', hash) || isFullyInstalled()) return
  const workspaces = classifyWorkspaces.flatMap((path) => ['--workspace', path])
  await step('Installing what classifying needs', () => npmCi([...workspaces, '--include-workspace-root']))
  writeStamp('install-classify', hash)
}

/** Every workspace: training and tests as well. */
export async function installEverything() {
  if (isFullyInstalled()) return
  await step(`Installing all ${allWorkspaces.length} workspaces`, () => npmCi([]))
}

async function npmCi(options) {
  const { code, output } = await runNpm(['ci', ...options, ...quiet])
  if (code !== 0) throw new StepError('npm could not install the packages.', { output, advice: installAdvice(output) })
}
