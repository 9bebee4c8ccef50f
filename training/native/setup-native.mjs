// Makes @tensorflow/tfjs-node ready for training; one second where it already is. --check only looks.
import '../../setup/require-node.mjs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installAdvice } from '../../setup/install-advice.mjs'
import { runMain } from '../../setup/run-main.mjs'
import { runNpm } from '../../setup/run-tool.mjs'
import { step } from '../../setup/step.mjs'
import { StepError } from '../../setup/step-error.mjs'
import { bindingLoads, nativeFolder, packageFolder, tryBinding } from './binding.mjs'
import { compileBinding } from './compile-binding.mjs'
import { installPrebuilt } from './install-prebuilt.mjs'
import { tensorflowLibrary, wheelVersion } from './tensorflow-library.mjs'

runMain(setupNative)

async function setupNative(words) {
  const version = lockedVersion()
  const isReady = installedVersion() === version && (await bindingLoads())
  if (!isReady && words.includes('--check'))
    throw new StepError(`@tensorflow/tfjs-node ${version} is not ready.`, { advice: 'npm run setup:native' })
  if (!isReady) await makeReady(version)
  console.log(`@tensorflow/tfjs-node ${version} is ready.`)
}

async function makeReady(version) {
  if (installedVersion() !== version) await step(`Installing @tensorflow/tfjs-node ${version}`, installPackage)
  const closed = await step('Fetching its prebuilt binding', installPrebuilt)
  if (closed !== null) {
    console.log(`The package's own way is closed: ${closed}. Taking TensorFlow ${wheelVersion} from its Python wheel.`)
    await buildFromWheel()
  }
}

async function buildFromWheel() {
  const library = await step(`Fetching tensorflow-cpu ${wheelVersion} (207 MB, kept in the cache)`, tensorflowLibrary)
  await step('Compiling the binding', () => compileBinding(library))
  const { code, output } = await tryBinding()
  if (code !== 0) throw new StepError('The binding was compiled, and it does not load.', { output })
}

// Without install scripts: they would start the package's own way before its host is known to answer.
async function installPackage() {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  const { code, output } = await runNpm(options, { folder: nativeFolder })
  if (code !== 0)
    throw new StepError('npm could not install @tensorflow/tfjs-node.', { output, advice: installAdvice(output) })
}

function lockedVersion() {
  const lock = JSON.parse(readFileSync(join(nativeFolder, 'package-lock.json'), 'utf8'))
  return lock.packages['node_modules/@tensorflow/tfjs-node'].version
}

function installedVersion() {
  try {
    return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
  } catch {
    return null
  }
}
