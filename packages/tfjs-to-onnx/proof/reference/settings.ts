// The plain configuration object of a layer comes in; its settings, each with the type Keras documents, go out.
import type { SerializedLayer } from './serialized-layer'

export class Settings {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}

  has(key: string): boolean {
    return this.values[key] != null
  }

  number(key: string): number {
    return this.#checked(key, 'number') as number
  }

  text(key: string): string {
    return this.#checked(key, 'string') as string
  }

  flag(key: string): boolean {
    return this.#checked(key, 'boolean') as boolean
  }

  /** A list, or one number for each of `length` axes. */
  numbers(key: string, length: number): number[] {
    const value = this.values[key]
    return Array.isArray(value) ? value as number[] : Array.from({ length }, () => this.number(key))
  }

  list(key: string): unknown[] {
    const value = this.values[key]
    return Array.isArray(value) ? value as unknown[] : [value]
  }

  serialized(key: string): SerializedLayer {
    return this.#checked(key, 'object') as SerializedLayer
  }

  get isChannelsFirst(): boolean {
    return this.values.dataFormat === 'channelsFirst'
  }

  #checked(key: string, type: string): unknown {
    const value = this.values[key]
    if (typeof value === type) return value
    throw new TypeError(`The reference expects ${key} to be a ${type} but received ${JSON.stringify(value)}.`)
  }
}
