// Constants come in; each distinct content goes out once, under the first name it was given.
import type { Initializer, Operand } from './value'

export class InitializerStore {
  #kept: Initializer[] = []
  readonly #byContent = new Map<string, Initializer[]>()

  get all(): readonly Initializer[] {
    return this.#kept
  }

  /** @returns the initializer itself under a unique name, or an equal one that is already there. */
  add(initializer: Initializer, names: { uniqueName(wanted: string): string }): Initializer {
    const key = contentKey(initializer)
    const candidates = this.#byContent.get(key) ?? []
    const equal = candidates.find(candidate => sameContent(candidate, initializer))
    if (equal) return equal
    const added = { ...initializer, name: names.uniqueName(initializer.name) }
    this.#byContent.set(key, [...candidates, added])
    this.#kept.push(added)
    return added
  }

  keepOnly(needed: ReadonlySet<Operand>): void {
    this.#kept = this.#kept.filter(initializer => needed.has(initializer))
    this.#byContent.clear()
    for (const initializer of this.#kept) {
      const key = contentKey(initializer)
      this.#byContent.set(key, [...(this.#byContent.get(key) ?? []), initializer])
    }
  }
}

// FNV-1a over 32 bits at a time: only narrows the search, equality is decided on the data.
function contentKey({ dataType, shape, data, role }: Initializer): string {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4)
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], 0x01000193)
  return `${role} ${dataType} ${shape.join('x')} ${hash >>> 0}`
}

function sameContent(first: Initializer, second: Initializer): boolean {
  if (first.dataType !== second.dataType || first.shape.join() !== second.shape.join()) return false
  return first.data.length === second.data.length && first.data.every((number, i) => Object.is(number, second.data[i]))
}
