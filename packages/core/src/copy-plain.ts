// Plain objects and arrays in, a deep copy without undefined keys out; everything else stays the same value.

/** Typed arrays, functions and instances of classes pass by reference: only plain data can be copied safely. */
export function copyPlain<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyPlain) as Value
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, copyPlain(item)])) as Value
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // The prototype's own prototype is null for Object.prototype of any realm (iframes, vm contexts).
  return prototype === null || (Object.getPrototypeOf(prototype) === null && 'hasOwnProperty' in (prototype as object))
}
