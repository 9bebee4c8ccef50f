// Compiles tfjs-node's binding with node-gyp against a TensorFlow library, once, and puts both into the package.
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { runProgram } from '../../setup/run-tool.mjs'
import { StepError } from '../../setup/step-error.mjs'
import { packageFolder } from './binding.mjs'

const nodeApiVersion = 8
const bindingFolder = join(packageFolder, 'lib', `napi-v${nodeApiVersion}`)
const binding = join(bindingFolder, 'tfjs_binding.node')

/** @param {string} library the folder of tensorflow-library.mjs */
export async function compileBinding(library) {
  linkLibrary(library)
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const kept = join(dirname(library), `tfjs_binding-${version}-napi${nodeApiVersion}.node`)
  mkdirSync(bindingFolder, { recursive: true })
  if (existsSync(kept)) return copyFileSync(kept, binding)
  await requireCompiler()
  await runNodeGyp(nodeHeaders())
  copyFileSync(binding, kept)
}

// The library keeps its place in the cache; the package sees it under the names that its build and its loader look for.
function linkLibrary(library) {
  const folder = join(packageFolder, 'deps')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'lib'), { recursive: true })
  symlinkSync(join(library, 'include'), join(folder, 'include'))
  const names = {
    'libtensorflow_cc.so.2': ['libtensorflow_cc.so.2', 'libtensorflow.so', 'libtensorflow.so.2.9.1'],
    'libtensorflow_framework.so.2': ['libtensorflow_framework.so.2', 'libtensorflow_framework.so'],
  }
  for (const [file, links] of Object.entries(names)) {
    for (const link of links) symlinkSync(join(library, file), join(folder, 'lib', link))
  }
}

async function requireCompiler() {
  for (const program of ['g++', 'make']) {
    if ((await runProgram(program, ['--version'])).code === 0) continue
    throw new StepError(`${program} is missing.`, {
      advice: 'Install a compiler, for example: apt-get install build-essential',
    })
  }
}

async function runNodeGyp(headers) {
  const { code, output } = await runProgram(
    process.execPath,
    [
      nodeGyp(),
      'configure',
      'build',
      '--release',
      `--nodedir=${headers}`,
      '--loglevel=error',
      '--module_name=tfjs_binding',
      `--module_path=${bindingFolder}`,
      `--module=${binding}`,
      `--napi_version=${process.versions.napi}`,
      `--napi_build_version=${nodeApiVersion}`,
    ],
    { folder: packageFolder, environment: { CXXFLAGS: '-std=gnu++17 -O2 -w' } },
  )
  if (code === 0 && existsSync(binding)) return
  throw new StepError('The binding of tfjs-node does not compile.', {
    output: output.slice(-4000),
    advice: 'g++ 9 or newer and python3 are needed.',
  })
}

// A Node from nodejs.org or a version manager brings its headers; distributions have them in a package of their own.
function nodeHeaders() {
  const places = [process.env.npm_config_nodedir, resolve(process.execPath, '../..'), '/usr', '/usr/local'].filter(
    Boolean,
  )
  const found = places.find((place) => existsSync(join(place, 'include', 'node', 'node_api.h')))
  if (found !== undefined) return found
  throw new StepError("Node's headers (node_api.h) are missing.", {
    advice: `Looked in ${places.join(', ')}. Use a Node from https://nodejs.org, or: apt-get install libnode-dev.`,
  })
}

// node-gyp comes with npm.
function nodeGyp() {
  const places = [process.env.npm_execpath, ...commandsOnPath('npm')]
    .filter(Boolean)
    .map((place) => resolve(realpathSync(place), '../..'))
  const found = places
    .map((place) => join(place, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'))
    .find((place) => existsSync(place))
  if (found !== undefined) return found
  throw new StepError('node-gyp is missing beside npm.', { advice: 'Run this with npm: npm run setup:native' })
}

function commandsOnPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((place) => existsSync(place))
}
