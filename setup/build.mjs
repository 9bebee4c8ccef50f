// Builds the packages whose sources changed since their last build, and puts models and runtimes into them.
import { rmSync } from 'node:fs'
import { hashFiles } from './hash-files.mjs'
import { fromRoot } from './root.mjs'
import { runPackage, runProgram } from './run-tool.mjs'
import { isStamped, writeStamp } from './stamp.mjs'
import { step } from './step.mjs'
import { StepError } from './step-error.mjs'

export const packageNames = ['core', 'node', 'web', 'web-asyncify', 'stylelens', 'tfjs-to-onnx']

const settings = ['package-lock.json', 'tsup.config.ts', 'setup/lean-chunks.ts', 'tsconfig.json', 'tsconfig.base.json']
const sharedInputs = [...settings, 'packages/core/src']

/** @param {string[]} names folders below packages/ */
export async function build(names = packageNames, { force = false } = {}) {
  await copyFiles() // first: the code holds the manifests of the models
  const changed = names.filter((name) => force || !isStamped(`build-${name}`, buildHash(name)))
  if (changed.length > 0) {
    await step(`Building ${changed.join(', ')}`, () => buildPackages(changed))
    for (const name of changed) writeStamp(`build-${name}`, buildHash(name))
  }
}

async function buildPackages(names) {
  for (const name of names) rmSync(fromRoot(`packages/${name}/dist`), { recursive: true, force: true })
  const { code, output } = await runPackage('tsup', [], { environment: { STYLELENS_BUILD: names.join(',') } })
  if (code !== 0)
    throw new StepError('tsup could not build the packages.', { output, advice: 'Mend what tsup names above.' })
}

// What is built is part of the hash: a deleted or changed dist folder is built again.
function buildHash(name) {
  const inputs = hashFiles([...sharedInputs, `packages/${name}/package.json`, `packages/${name}/src`], (path) =>
    path.endsWith('.test.ts'),
  )
  return `${inputs} ${hashFiles([`packages/${name}/dist`])}`
}

async function copyFiles() {
  for (const script of ['setup/copy-onnxruntime.mjs', 'packages/node/copy-models.mjs', 'packages/web/copy-files.mjs']) {
    const { code, output } = await runProgram(process.execPath, [fromRoot(script)])
    if (code !== 0) throw new StepError(`${script} could not copy what the package needs.`, { output })
  }
}
