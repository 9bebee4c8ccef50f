// Words of a command line in; what was written and the exit code out, in this process and on a terminal that remembers.
import { buildProgram } from '../src/cli/build-program'
import { runProgram } from '../src/cli/run-program'
import type { Terminal } from '../src/cli/terminal'

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly code: Terminal['exitCode']
}

export async function runCli(...words: string[]): Promise<CliResult> {
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text
    },
    on: () => undefined,
  })
  const terminal: Terminal = {
    argv: ['node', 'stylelens', ...words],
    env: {},
    stdin: (async function* () {})(),
    stdout: output('stdout'),
    stderr: output('stderr'),
  }
  await runProgram(buildProgram(terminal), terminal)
  return { ...written, code: terminal.exitCode }
}
