// Words for Python in; whether it did what they say, and what it wrote, out.
import { runProgram } from '../package/run-command'
import type { CommandResult } from '../package/run-command'

export const python = (words: readonly string[], folder: string): Promise<CommandResult> =>
  runProgram('python3', words, folder)

/** Installs or downloads by pip; the last line that it wrote where it fails. */
export async function pip(words: readonly string[], folder: string): Promise<string | undefined> {
  const { code, stderr } = await python(['-m', 'pip', '--disable-pip-version-check', ...words], folder)
  return code === 0 ? undefined : stderr.trim().split('\n').at(-1) ?? 'Python with pip is missing'
}
