// Arguments of a Node process in; what it wrote and its exit code out.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ChildResult {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** TypeScript runs through tsx. A process that does not end within a minute is killed, and its code is null. */
export function runChild(
  nodeArguments: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  input?: Uint8Array,
): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _, FORCE_COLOR: __, ...inherited } = process.env
    const child = spawn(process.execPath, ['--import', 'tsx', ...nodeArguments], {
      cwd: root,
      env: { ...inherited, ...environment },
      timeout: 60_000,
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      output.stdout += String(chunk)
    })
    child.stderr.on('data', (chunk) => {
      output.stderr += String(chunk)
    })
    child.stdin.on('error', () => undefined).end(input)
    child.on('error', reject).on('close', (code) => resolve({ ...output, code }))
  })
}
