// A program and a terminal in; its work done and the exit code set out: 0 done, 1 refused, 2 wrong words.
import { CommanderError } from 'commander'
import type { Command } from 'commander'
import { isConversionError } from '../conversion-error'
import type { Terminal } from './terminal'

export async function runProgram(program: Command, terminal: Terminal): Promise<void> {
  try {
    await program.parseAsync([...terminal.argv])
  } catch (error) {
    if (error instanceof CommanderError) terminal.exitCode = error.exitCode === 0 ? 0 : 2
    else if (isConversionError(error)) {
      terminal.stderr.write(`tfjs-to-onnx: ${(error as Error).message}\n`)
      terminal.exitCode = 1
    } else throw error
  }
}
