// The package's own way: its install script downloads libtensorflow and a ready binding from Google's storage.
import { join } from 'node:path'
import { runProgram } from '../../setup/run-tool.mjs'
import { nativeFolder, packageFolder, tryBinding } from './binding.mjs'

const host = 'https://storage.googleapis.com/'
const answerMilliseconds = 5_000
const installMilliseconds = 5 * 60_000

/** null where the binding is ready; otherwise the sentence that says why this way is closed. */
export async function installPrebuilt() {
  if (!(await hostAnswers())) return `${host} does not answer`
  const commands = join(nativeFolder, 'node_modules', '.bin') // the script calls node-pre-gyp by name
  const path = `${commands}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
  const { code, output } = await runProgram(process.execPath, ['scripts/install.js'], {
    folder: packageFolder,
    environment: { PATH: path },
    milliseconds: installMilliseconds,
  })
  if (code === 124) return `its install script took longer than ${installMilliseconds / 60_000} minutes`
  if (code !== 0) return `its install script failed: ${lastLine(output)}`
  const { code: loads, output: reason } = await tryBinding()
  return loads === 0 ? null : `its binding does not load: ${lastLine(reason)}`
}

// fetch does not go through a proxy: with one configured, only the script itself can find out.
async function hostAnswers() {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(answerMilliseconds) })
    return true
  } catch {
    return false
  }
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? ''
}
