// What a machine can do in; the lines that say so to people out: what is missing beside its name, the mend below it.
import type { Capabilities, Capability } from '@stylelens/node'
import type { Style } from './terminal'

function formatRow(name: string, width: number, { available, missing, mend }: Capability, style: Style): string {
  const start = `  ${name.padEnd(width)}  `
  if (available) return `${start}yes\n`
  const indent = ' '.repeat(start.length + 5)
  // a command on a line of its own can be copied whole
  return `${start}${style.red('no')}   it lacks ${missing ?? '?'}\n${indent}${style.dim(mend ?? '')}\n`
}

export function formatCapabilities(version: string, capabilities: Capabilities, style: Style): string {
  const { runtime, platform, executionProviders, features } = capabilities
  const rows = [...executionProviders.map((one) => [one.name, one] as const), ...Object.entries(features)]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = (entries: readonly (readonly [string, Capability])[]) =>
    entries.map(([name, capability]) => formatRow(name, width, capability, style)).join('')
  return [
    `stylelens ${version} on ${runtime}, ${platform}\n\n`,
    `${style.bold('Execution providers')}\n`,
    lines(executionProviders.map((one) => [one.name, one] as const)),
    `\n${style.bold('Parts')}\n`,
    lines(Object.entries(features)),
  ].join('')
}
