// The creation options of a caller in; those that can be cloned, and the listeners, out; and back, in the worker.
import { ClassifierError } from '../classifier-error'
import { isPlainObject } from '../copy-plain'
import { describeValue } from '../describe-value'
import type { PackedEvent } from './pack-event'
import { packEvent } from './pack-event'

export interface PackedOptions {
  readonly plain: Readonly<Record<string, unknown>>
  /** Paths of the listeners that the caller has, e.g. 'onProgress' or 'cache.onError'. */
  readonly listeners: readonly string[]
}

export type Listener = (event: never) => unknown

interface Packing {
  readonly listeners: Map<string, Listener>
}

// Options that stay with the caller: of a signal only the abort is sent.
const keptBack = ['worker', 'signal']

/**
 * Functions named `on...` stay with the caller and are called there; any other function, and any instance of a class
 * that cannot be cloned, is refused with 'option-invalid'. Nothing is copied that cloning copies anyway.
 */
export function packOptions(options: object): PackedOptions & { readonly own: ReadonlyMap<string, Listener> } {
  const packing: Packing = { listeners: new Map() }
  const sent = Object.entries(options).filter(([name]) => !keptBack.includes(name))
  const plain = packFields(Object.fromEntries(sent), '', packing)
  return { plain, listeners: [...packing.listeners.keys()], own: packing.listeners }
}

function packFields(fields: Record<string, unknown>, path: string, packing: Packing): Record<string, unknown> {
  const packed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'function' && /^on[A-Z]/.test(name)) packing.listeners.set(path + name, value as Listener)
    else if (value !== undefined) packed[name] = packValue(value, path + name, packing)
  }
  return packed
}

function packValue(value: unknown, path: string, packing: Packing): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw cannotBeSent(path, value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => packValue(item, `${path}[${index}]`, packing))
  if (isPlainObject(value)) return packFields(value, `${path}.`, packing)
  const tag = Object.prototype.toString.call(value).slice(8, -1)
  if (tag === 'URL') return String(value)
  if (ArrayBuffer.isView(value) || tag === 'ArrayBuffer' || tag === 'SharedArrayBuffer') return value
  // A cache, a device, a response: its methods would be lost.
  throw cannotBeSent(path, value)
}

function cannotBeSent(path: string, value: unknown): ClassifierError {
  const mend = 'Pass plain data, or leave out `worker`.'
  const what = `${describeValue(value)} cannot be sent to a worker`
  const sentence = `Option "${path}" cannot be used with \`worker\`: ${what}.`
  return new ClassifierError('option-invalid', `${sentence} ${mend}`)
}

/** @param tell hears what a listener would hear, and its path */
export function unpackOptions(
  { plain, listeners }: PackedOptions,
  tell: (listener: string, event: PackedEvent) => void,
): Record<string, unknown> {
  const options: Record<string, unknown> = { ...plain }
  for (const path of listeners) {
    const names = path.split('.')
    const last = names.pop() ?? path
    // The clone is the worker's own, so it may be written into.
    const holder = names.reduce((object, name) => object[name] as Record<string, unknown>, options)
    holder[last] = (event: unknown) => tell(path, packEvent(event))
  }
  return options
}
