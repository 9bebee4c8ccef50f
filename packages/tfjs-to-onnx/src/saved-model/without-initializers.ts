// The topology of a saved model in; the same with zeros for every initializer, since the learned numbers come anyway, out.

const zeros = { class_name: 'Zeros', config: {} } as const

/**
 * tfjs fills every weight by its initializer before it puts the learned numbers there: the orthogonal one of recurrent
 * layers takes minutes on plain JavaScript, and needs parts of tfjs that a program must ask for.
 */
export function withoutInitializers(topology: object): object {
  return withZeros(topology) as object
}

function withZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withZeros)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
    [key, /_initializer$|Initializer$/.test(key) && isSet(inner) ? zeros : withZeros(inner)]))
}

const isSet = (initializer: unknown): boolean => initializer !== null && initializer !== undefined
