// Any value in; whether it is an error, also one of another realm or a DOMException, out.

export function isErrorLike(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Error) return true
  const tag = Object.prototype.toString.call(value)
  return (tag === '[object Error]' || tag === '[object DOMException]') && 'message' in value && 'name' in value
}
