// Words for node, npm or another program in; exit code, stdout and stderr out, as a person would get them outside of this repository.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

type Environment = Readonly<Record<string, string>>

export function runNode(
  words: readonly string[],
  folder: string,
  environment: Environment = {},
): Promise<CommandResult> {
  return runProgram(process.execPath, words, folder, environment)
}

export function runProgram(
  program: string,
  words: readonly string[],
  folder: string,
  environment: Environment = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const settings = { cwd: folder, env: { ...ownEnvironment(), ...environment }, maxBuffer: 64 * 1024 * 1024 }
    execFile(program, [...words], settings, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr })
    })
  })
}

export function runNpm(
  words: readonly string[],
  folder: string,
  environment: Environment = {},
): Promise<CommandResult> {
  return runNode([npmScript(), ...words], folder, environment)
}

/** True where npm's registry can be reached. */
export async function registryAnswers(): Promise<boolean> {
  const { code } = await runNpm(
    ['view', 'commander', 'version', '--fetch-retries=0', '--fetch-timeout=20000'],
    process.cwd(),
  )
  return code === 0
}

// npm hands its settings down to scripts as npm_* (this repository's ignore-scripts too), and vitest sets NODE_ENV.
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|INIT_CWD$|STYLELENS_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

function npmScript(): string {
  const places = [
    process.env['npm_execpath'] ?? '',
    new URL('../lib/node_modules/npm/bin/npm-cli.js', `file://${process.execPath}`).pathname,
    new URL('node_modules/npm/bin/npm-cli.js', `file://${process.execPath}`).pathname, // Windows
  ]
  const found = places.find((place) => /npm-cli\.c?js$/.test(place) && existsSync(place))
  if (found === undefined) throw new Error(`npm was not found in ${places.join(', ')}. Run the tests with: npm test`)
  return found
}
