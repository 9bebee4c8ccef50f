// Nothing in; what this machine can run, and what it lacks with the mend, on standard output out.
import { getCapabilities } from '@stylelens/node'
import type { Capabilities } from '@stylelens/node'
import packageJson from '../../package.json'
import { formatCapabilities } from './format-capabilities'
import { styleFor } from './terminal'
import type { Terminal } from './terminal'

export interface DoctorFlags {
  /** Providers that must be there; any one where none is named. */
  readonly provider?: readonly string[]
  readonly json?: boolean
}

/** The names asked for that cannot be had; where none is asked for, 'any' if there is no provider at all. */
export function lacking({ executionProviders }: Capabilities, names: readonly string[] | undefined): string[] {
  const available = executionProviders.filter((one) => one.available).map(({ name }) => name as string)
  if (names !== undefined) return names.filter((name) => !available.includes(name))
  return available.length > 0 ? [] : ['any']
}

/** Sets the exit code 1 where a provider that must be there is not. */
export async function doctorCommand({ provider, json }: DoctorFlags, terminal: Terminal): Promise<void> {
  const capabilities = await getCapabilities()
  const { stdout, env } = terminal
  if (json) stdout.write(`${JSON.stringify({ version: packageJson.version, ...capabilities }, null, 2)}\n`)
  else stdout.write(formatCapabilities(packageJson.version, capabilities, styleFor(stdout, env)))
  if (lacking(capabilities, provider).length > 0) terminal.exitCode = 1
}
