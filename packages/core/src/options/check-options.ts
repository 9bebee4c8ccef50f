// A table of options and what a caller gave in; a typed error for an unknown name or a wrong value out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import { isRecord } from '../is-record'
import type { OptionTable } from './option-table'

/** @param path of the options within others, e.g. 'inputs.'; empty for those of the call itself. */
export function checkOptions(table: OptionTable, options: unknown, path = ''): void {
  if (options === undefined) return
  if (!isRecord(options)) throw new ClassifierError('option-invalid', notAnObject(options))
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(table, name)) throw new ClassifierError('option-unknown', unknownOption(table, path, name))
    const { expectation } = table[name]
    if (value === undefined || expectation.accepts(value)) continue
    const sentence = `Option "${path}${name}" must be ${expectation.words}; received ${describeValue(value)}.`
    throw new ClassifierError('option-invalid', sentence)
  }
}

function unknownOption(table: OptionTable, path: string, name: string): string {
  const known = Object.keys(table).map((key) => path + key).join(', ')
  return `There is no option "${path}${name}". Known options: ${known}.`
}

function notAnObject(options: unknown): string {
  // `pictures.map(classify)` passes the index of each picture as its options.
  const hint = typeof options === 'number' ? ' In `map`, write `pictures.map((picture) => classify(picture))`.' : ''
  return `Options must be an object; received ${describeValue(options)}.${hint}`
}
