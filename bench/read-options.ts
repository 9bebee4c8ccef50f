// A table of options and the words of a command line in; the value of each option, or the help text, out.
import { parseArgs } from 'node:util'
import type { OptionLine } from './option-line'

export type OptionLines = Readonly<Record<string, OptionLine<unknown>>>

export type OptionValues<Lines extends OptionLines> = {
  readonly [Key in keyof Lines]: Lines[Key] extends OptionLine<infer Value> ? Value : never
}

const flagOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export function helpText(summary: string, lines: OptionLines): string {
  const rows = Object.entries(lines).map(([key, { placeholder, description }]) =>
    [`--${flagOf(key)} ${placeholder}`.trimEnd(), description])
  rows.push(['--help', 'shows this text'])
  const width = Math.max(...rows.map(([usage]) => usage.length))
  return [summary, '', ...rows.map(([usage, description]) => `  ${usage.padEnd(width)}  ${description}`)].join('\n')
}

/** Throws a TypeError for an unknown option or a value that is none; `'help'` where help is asked for. */
export function readOptions<Lines extends OptionLines>(
  lines: Lines,
  words: readonly string[],
): OptionValues<Lines> | 'help' {
  const flags = Object.fromEntries(Object.entries(lines).map(([key, { isFlag }]) =>
    [flagOf(key), { type: isFlag ? 'boolean' : 'string' } as const]))
  const { values } = parseArgs({ args: [...words], options: { ...flags, help: { type: 'boolean' } } })
  const given: Readonly<Record<string, unknown>> = values
  if (given.help === true) return 'help'
  const read = Object.entries(lines).map(([key, line]) => {
    const text = given[flagOf(key)]
    const value = typeof text === 'string' ? line.read(text) : text ?? line.fallback
    if (typeof text === 'string' && value === undefined) {
      throw new TypeError(`--${flagOf(key)} cannot be '${text}'. ${line.placeholder}: ${line.description}.`)
    }
    return [key, value]
  })
  return Object.fromEntries(read) as OptionValues<Lines>
}
