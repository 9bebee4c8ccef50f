// A value in; the same with everything in it unchangeable out.

/** The copy belongs to one classifier: a caller who sorts `labels` in place must not change later answers. */
export function freezeDeep<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(freezeDeep)
  return Object.freeze(value)
}
