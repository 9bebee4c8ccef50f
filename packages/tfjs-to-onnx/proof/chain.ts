// An input shape and layers, one behind the other, come in; the model as data goes out.
import type { GraphSpec, InputSpec, LayerSettings, LayerSpec, StepSpec } from './graph-spec'

/** A class, and its settings if any. */
export type Link = readonly [string, LayerSettings?]

export const layer = ([className, config]: Link): LayerSpec => ({ class: className, config })

export function chain(input: readonly number[] | Omit<InputSpec, 'name'>, ...links: Link[]): GraphSpec {
  const spec = Array.isArray(input) ? { shape: input as number[] } : input as Omit<InputSpec, 'name'>
  const steps = links.map((link, i): StepSpec =>
    ({ name: `s${i}`, run: layer(link), from: [i === 0 ? 'x' : `s${i - 1}`] }))
  return { sequential: true, inputs: [{ name: 'x', ...spec }], steps, outputs: [`s${links.length - 1}`] }
}

/** `name: what runs <- where from`, for graphs that branch. */
export const step = (name: string, run: Link | GraphSpec | { again: string }, ...from: string[]): StepSpec =>
  ({ name, run: Array.isArray(run) ? layer(run as Link) : run as Exclude<StepSpec['run'], LayerSpec>, from })
