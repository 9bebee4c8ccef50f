// Any value in, a few words that name it in an error message out.

const longestText = 60

export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value))
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return describeArray(value)
  return describeObject(value)
}

function describeArray(value: readonly unknown[]): string {
  const simple = value.every((item) => typeof item !== 'object' || item === null)
  if (value.length <= 4 && simple) return `[${value.map(describeValue).join(', ')}]`
  return `an array of ${value.length} values`
}

function describeObject(value: object): string {
  const name = constructorName(value)
  if (name !== undefined && name !== 'Object') return `an object of type ${name}`
  const keys = Object.keys(value)
  if (keys.length === 0) return 'an empty object'
  return `an object with ${shorten(keys.join(', '))}`
}

function constructorName(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null || !('constructor' in prototype)) return undefined
  return typeof prototype.constructor === 'function' ? prototype.constructor.name : undefined
}

function shorten(value: string): string {
  return value.length <= longestText ? value : `${value.slice(0, longestText)}...`
}
