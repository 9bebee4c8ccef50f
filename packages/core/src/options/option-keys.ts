// Creation options in, a string out that is the same for options that mean the same.
import { isPlainObject } from '../copy-plain'
import { createDefaults } from './option-defaults'

// They belong to a caller and change nothing about the classifier; written in place, they are new with each call.
const apart: readonly string[] = ['signal', 'onProgress', 'onFallback']

/** Names of values that have no text of their own, for as long as they live. */
export class OptionKeys {
  readonly #objects = new WeakMap<object, number>()
  readonly #symbols = new Map<symbol, number>()
  #last = 0

  /** Options left out and options with their default value have the same key; those of `apart` are no part of it. */
  keyOf(options: object): string {
    const defaults: Readonly<Record<string, unknown>> = createDefaults
    const entries = Object.entries(options).filter(([name, value]) =>
      !apart.includes(name) && value !== undefined && value !== defaults[name])
    return this.#write(Object.fromEntries(entries))
  }

  #write(value: unknown): string {
    if (typeof value === 'string') return JSON.stringify(value)
    if (Array.isArray(value)) return `[${value.map((item) => this.#write(item)).join()}]`
    if (isPlainObject(value)) return this.#writeObject(value)
    if (isUrl(value)) return `url:${String(value)}`
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') return this.#identity(value)
    if (typeof value === 'symbol') return `symbol:${remember(this.#symbols, value, () => ++this.#last)}`
    return typeof value === 'boolean' ? String(value) : `${typeof value}:${String(value)}`
  }

  #writeObject(value: Record<string, unknown>): string {
    const names = Object.keys(value).filter((name) => value[name] !== undefined).sort()
    return `{${names.map((name) => `${JSON.stringify(name)}:${this.#write(value[name])}`).join()}}`
  }

  #identity(value: object): string {
    return `identity:${remember(this.#objects, value, () => ++this.#last)}`
  }
}

interface Memory<Key> {
  get(key: Key): number | undefined
  set(key: Key, number: number): unknown
}

function remember<Key>(memory: Memory<Key>, key: Key, next: () => number): number {
  const number = memory.get(key) ?? next()
  memory.set(key, number)
  return number
}

// Two URL objects of one address are the same place; core knows the type by its tag only.
function isUrl(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object URL]'
}
