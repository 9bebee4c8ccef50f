// Runs one program: its command in; its exit code and output out. The output is kept, or shown as it comes.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './root.mjs'

/** Never rejects: a program that cannot be started answers code 127, one past `milliseconds` code 124. */
export function runProgram(
  program,
  options,
  { folder = fromRoot(), environment = {}, show = false, milliseconds = 0 } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && /\.(cmd|bat)$/.test(program),
    })
    let output = ''
    let late = false
    const timer =
      milliseconds > 0
        ? setTimeout(() => {
            late = true
            child.kill('SIGKILL')
          }, milliseconds)
        : undefined
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk
      })
    const finish = (code) => {
      clearTimeout(timer)
      resolve({ code: late ? 124 : code, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code, signal) => finish(code ?? (signal === null ? 1 : 128)))
  })
}

/** The npm that started this script, or the one on the PATH. */
export function runNpm(options, settings) {
  const script = npmScript()
  if (script !== null) return runProgram(process.execPath, [script, ...options], settings)
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', options, settings)
}

/** A command of an installed npm package, without a shell; by default the one named like the package. */
export function runPackage(name, options, { command = name, ...settings } = {}) {
  const folder = fromRoot(`node_modules/${name}`)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = join(folder, typeof bin === 'string' ? bin : bin[command])
  return runProgram(process.execPath, [script, ...options], settings)
}

function npmScript() {
  const script = process.env.npm_execpath
  return script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script) ? script : null
}
