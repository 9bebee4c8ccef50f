// A JSON object and keys from the outermost inwards, joined by dots, in; the value there, or undefined, out.
import { isRecord } from '../is-record'

export function valueAt(json: Readonly<Record<string, unknown>>, key: string): unknown {
  let value: unknown = json
  for (const part of key.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined
    value = value[part]
  }
  return value
}
