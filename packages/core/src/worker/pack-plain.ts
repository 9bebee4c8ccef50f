// Any value in; what of it can be cloned out: plain data as it is, anything else in words.
import { isPlainObject } from '../copy-plain'
import { describeValue } from '../describe-value'

const deepest = 8

/** For facts that go along with an error: it matters more that they arrive than that they are whole. */
export function packPlain(value: unknown, depth = 0): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return describeValue(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return describeValue(value)
  if (Array.isArray(value)) return value.map((item) => packPlain(item, depth + 1))
  if (!isPlainObject(value)) return describeValue(value)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, packPlain(item, depth + 1)]))
}
