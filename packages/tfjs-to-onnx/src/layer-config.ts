// The configuration of one layer comes in; typed settings go out, and a setting nobody read becomes an error.
import { ConversionError } from './conversion-error'
import { forgottenSettings } from './live-model'
import type { LiveLayer } from './live-model'

// Settings that steer only training or naming; they cannot change what a trained layer computes.
const trainingKeys = new Set(['name', 'trainable', 'batchInputShape', 'inputDType'])
const trainingKeyEnding = /(Initializer|Regularizer|Constraint)$/

export class LayerConfig {
  readonly #settings: Readonly<Record<string, unknown>>
  readonly #read = new Set<string>()

  constructor(readonly layer: string, settings: Readonly<Record<string, unknown>>) {
    this.#settings = settings
    // Decides only the type of an input; the types of weights and values are checked where they are read.
    const dataType = this.optional('dtype') ?? 'float32'
    if (dataType !== 'float32' && dataType !== 'int32') {
      throw this.refuse('dtype', 'only float32 and int32 can be converted')
    }
  }

  static of(layer: LiveLayer, path: string): LayerConfig {
    return new LayerConfig(path, { ...layer.getConfig(), ...forgottenSettings(layer) })
  }

  string(key: string): string {
    return this.#typed(key, 'a string', (value): value is string => typeof value === 'string')
  }

  number(key: string): number {
    return this.#typed(key, 'a number', (value): value is number => typeof value === 'number')
  }

  boolean(key: string): boolean {
    return this.#typed(key, 'true or false', (value): value is boolean => typeof value === 'boolean')
  }

  /** Exactly `length` numbers; a single number stands for all of them. */
  numbers(key: string, length: number): number[] {
    const value = this.#take(key)
    const list: unknown[] = Array.isArray(value) ? value : Array.from({ length }, () => value)
    const isNumbers = list.length === length && list.every(item => typeof item === 'number')
    if (!isNumbers) throw this.refuse(key, `is not ${length} numbers`)
    return list as number[]
  }

  optional(key: string): unknown {
    return this.#take(key) ?? undefined
  }

  /** Marks settings that have no effect on inference. */
  ignore(...keys: string[]): void {
    for (const key of keys) this.#read.add(key)
  }

  /** Accepts a missing setting or exactly the one value the converter implements. */
  expect(key: string, supported: unknown, reason: string): void {
    const value = this.optional(key)
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(supported)) throw this.refuse(key, reason)
  }

  refuse(key: string, reason: string): ConversionError {
    const setting = `${key} = ${JSON.stringify(this.#settings[key])}`
    const message = `Cannot convert layer "${this.layer}": ${setting}: ${reason}.`
    return new ConversionError('layer-config-unsupported', message, { layer: this.layer, key })
  }

  /** Call after the emitter: a setting that was never looked at could change the result silently. */
  assertAllRead(): void {
    for (const [key, value] of Object.entries(this.#settings)) {
      if (value == null || this.#read.has(key) || trainingKeys.has(key) || trainingKeyEnding.test(key)) continue
      const setting = `${key} = ${JSON.stringify(value)}`
      throw new ConversionError('layer-config-unread', `Cannot convert layer "${this.layer}": the converter does not `
        + `know the setting ${setting}. Remove it, or replace the layer.`, { layer: this.layer, key })
    }
  }

  #take(key: string): unknown {
    this.#read.add(key)
    return this.#settings[key]
  }

  #typed<T>(key: string, expected: string, isType: (value: unknown) => value is T): T {
    const value = this.#take(key)
    if (!isType(value)) throw this.refuse(key, `is not ${expected}`)
    return value
  }
}
