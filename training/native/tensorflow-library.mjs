// Takes the TensorFlow C library and its headers out of the Python wheel tensorflow-cpu, once, into the cache.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../setup/run-tool.mjs'
import { StepError } from '../../setup/step-error.mjs'
import { cacheFolder } from './cache-folder.mjs'

export const wheelVersion = '2.15.1'

// The wheel for CPython 3.11 on x86-64: only its C library is used, so the machine's own Python may be of any version.
const wheelSha256 = '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26'
const wheelTags = [
  '--python-version',
  '3.11',
  '--implementation',
  'cp',
  '--abi',
  'cp311',
  '--platform',
  'manylinux2014_x86_64',
]

const unpack = `
import sys, zipfile
libraries = {"tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"}
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in wheel.namelist():
        if name in libraries or (name.startswith("tensorflow/include/") and name.endswith((".h", ".inc"))):
            wheel.extract(name, sys.argv[2])
`

/** The folder that holds include/ and the two libraries. */
export async function tensorflowLibrary() {
  const folder = join(cacheFolder(), `tensorflow-${wheelVersion}`)
  if (existsSync(join(folder, 'tensorflow', 'include'))) return join(folder, 'tensorflow')
  await requirePip()
  mkdirSync(cacheFolder(), { recursive: true })
  const workFolder = mkdtempSync(join(cacheFolder(), 'download-'))
  try {
    const unpacked = await unpackWheel(await downloadWheel(workFolder), join(workFolder, 'unpacked'))
    rmSync(folder, { recursive: true, force: true })
    renameSync(unpacked, folder) // all or nothing: an interrupted run leaves no half library
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
  return join(folder, 'tensorflow')
}

async function requirePip() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new StepError(
      `The wheel way is written for Linux on x64, and this is ${process.platform} on ${process.arch}.`,
      {
        advice: "Open https://storage.googleapis.com for the package's own way, or train without it: --backend cpu.",
      },
    )
  }
  if ((await runProgram('python3', ['--version'])).code !== 0) {
    throw new StepError('python3 is missing.', {
      advice: 'Install it, for example: apt-get install python3 python3-pip',
    })
  }
  if ((await runProgram('python3', ['-m', 'pip', '--version'])).code !== 0) {
    throw new StepError('pip is missing.', { advice: 'Install it, for example: apt-get install python3-pip' })
  }
}

async function downloadWheel(folder) {
  const requirement = join(folder, 'requirement.txt')
  writeFileSync(requirement, `tensorflow-cpu==${wheelVersion} --hash=sha256:${wheelSha256}\n`)
  const { code, output } = await runProgram('python3', [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
    ...wheelTags,
    '--dest',
    folder,
    '--require-hashes',
    '--requirement',
    requirement,
  ])
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
  if (code === 0 && wheel !== undefined) return join(folder, wheel)
  throw new StepError(`pip cannot fetch tensorflow-cpu ${wheelVersion} (207 MB).`, {
    output,
    advice: 'Check that pip reaches its index (behind a proxy: HTTPS_PROXY; with one of your own: PIP_INDEX_URL).',
  })
}

async function unpackWheel(wheel, folder) {
  const { code, output } = await runProgram('python3', ['-c', unpack, wheel, folder])
  if (code !== 0)
    throw new StepError('The wheel of tensorflow-cpu could not be unpacked.', {
      output,
      advice: `About 0.9 GB are needed in ${cacheFolder()}.`,
    })
  return folder
}
