// A script and its task in; the answer of a fresh process out, read from the last line that it prints.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ChildProgram {
  /** Program and its first arguments, the script last; the task follows as JSON. */
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export const rootFolder = fileURLToPath(new URL('../', import.meta.url))

/** A script of this folder by its address: plain Node, or TypeScript by tsx. */
export function nodeCommand(script: URL, { typescript }: { readonly typescript: boolean }): string[] {
  return [process.execPath, ...(typescript ? ['--import', 'tsx'] : []), fileURLToPath(script)]
}

/** Rejects with the end of what the process complained of when it fails or answers no JSON. */
export function runChild<Answer>({ command, environment }: ChildProgram, task: object): Promise<Answer> {
  const [program, ...words] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, JSON.stringify(task)], {
      cwd: rootFolder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let complaints = ''
    child.stdout.on('data', (part: Buffer) => (output += part.toString()))
    child.stderr.on('data', (part: Buffer) => (complaints += part.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      try {
        if (code !== 0) throw new Error(`it ended with code ${code}`)
        resolve(JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Answer)
      } catch (error) {
        const reason = `${(error as Error).message}\n${complaints.trimEnd().slice(-2000)}`
        reject(new Error(`${words.at(-1) ?? program} gave no answer: ${reason}`, { cause: error }))
      }
    })
  })
}
