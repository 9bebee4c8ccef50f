// A program and a terminal in; its work done and the exit code set out. The process ends by itself.
import { CommanderError } from 'commander'
import type { Command } from 'commander'
import { styleFor } from './terminal'
import type { Terminal } from './terminal'

/** `stylelens ... | head` closes the pipe early: that is no failure, and there is nobody left to write to. */
function endWithItsReader({ stdout }: Terminal): void {
  stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

export async function runProgram(program: Command, terminal: Terminal): Promise<void> {
  endWithItsReader(terminal)
  try {
    await program.parseAsync([...terminal.argv])
  } catch (error) {
    // commander has written its own message, and ends --help and --version with code 0
    if (error instanceof CommanderError) terminal.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      terminal.stderr.write(
        `${styleFor(terminal.stderr, terminal.env).red('stylelens')}: ${(error as Error).message}\n`,
      )
      terminal.exitCode = 2
    }
  }
}
