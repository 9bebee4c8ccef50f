// The topology of a saved model in; why tfjs would wait for one of its layers for ever, or nothing, out.

interface SavedLayer {
  readonly name?: unknown
  readonly class_name?: unknown
  readonly inbound_nodes?: unknown
}

/**
 * tfjs has no end for a layer whose input never comes to be. Models inside models, and inside wrappers, are looked
 * through, too. @returns a part of a sentence.
 */
export function findTopologyFault(topology: unknown): string | undefined {
  if (typeof topology !== 'object' || topology === null) return undefined
  const { layers } = topology as { readonly layers?: unknown }
  const own = Array.isArray(layers) ? findInGraph(layers.filter(isCalled)) : undefined
  if (own !== undefined) return own
  for (const part of Object.values(topology)) {
    const inner = findTopologyFault(part)
    if (inner !== undefined) return inner
  }
  return undefined
}

function findInGraph(layers: readonly CalledLayer[]): string | undefined {
  const names = layers.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) return `it holds two layers "${String(twice)}"`
  const missing = findMissing(layers)
  return missing && `its layer "${missing.layer}" waits for "${missing.source}", which is never computed`
}

// Calls are made in rounds, each of those whose inputs are there, until a round makes none.
function findMissing(layers: readonly CalledLayer[]): { readonly layer: string, readonly source: string } | undefined {
  const calls = new Map<unknown, number>(layers.map(({ name, class_name: className }) =>
    [name, /^(InputLayer|Model|Functional|Sequential)$/.test(String(className)) ? 1 : 0]))
  const isMissing = ([name, call]: readonly unknown[]): boolean => !(Number(call) < (calls.get(name) ?? 0))
  let waiting = layers.flatMap(({ name, inbound_nodes: nodes }) =>
    nodes.map(node => ({ name, sources: sourcesOf(node) })))
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length
    waiting = waiting.filter(({ name, sources }) => {
      const waits = sources.some(isMissing)
      // tfjs passes over a call on nothing.
      if (!waits && sources.length > 0) calls.set(name, (calls.get(name) ?? 0) + 1)
      return waits
    })
  }
  const [first] = waiting
  return first && { layer: String(first.name), source: String(first.sources.find(isMissing)?.[0]) }
}

type CalledLayer = SavedLayer & { readonly inbound_nodes: readonly unknown[] }

/** Layers of a Sequential are not called by name. */
const isCalled = (value: unknown): value is CalledLayer =>
  Array.isArray((value as SavedLayer | null)?.inbound_nodes)

/** [layer, call, tensor, ...]; what is none of that names no layer. A call that is no list tfjs refuses itself. */
const sourcesOf = (node: unknown): readonly unknown[][] =>
  Array.isArray(node) ? node.map(source => Array.isArray(source) ? source : []) : []
