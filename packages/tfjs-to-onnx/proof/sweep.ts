// A layer class and the values of each of its settings come in; cases that cover every value, and mixtures, go out.
import { seededRandom } from '../test/seeded-random'
import type { GraphSpec, InputSpec, LayerSettings } from './graph-spec'
import type { Family, ProofCase } from './proof-case'

export interface Sweep {
  readonly class: string
  readonly family: Family
  /** Shapes of the inputs, without the batch. */
  readonly inputs: readonly (readonly number[] | Omit<InputSpec, 'name'>)[]
  /** Settings of every case, unless a value replaces them. */
  readonly base?: LayerSettings
  /** Each value of each setting occurs in a case of its own. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>
  /** Further settings, each on top of the base; `inputs` replaces the inputs. */
  readonly also?: readonly (LayerSettings & { readonly inputs?: Sweep['inputs'] })[]
  /** Number of random mixtures of the values. */
  readonly mixtures?: number
  /** False for settings that the layer itself does not accept. */
  readonly isValid?: (config: LayerSettings) => boolean
  /** Number of outputs the layer gives with these settings; 1 unless said otherwise. */
  readonly outputs?: (config: LayerSettings) => number
}

export function sweepCases(sweep: Sweep): ProofCase[] {
  const { base = {}, values = {}, also = [], isValid = () => true } = sweep
  const single = Object.entries(values).flatMap(([key, list]) => list.map(value => ({ [key]: value })))
  const plain = [{}, ...single, ...mixtures(sweep)].map(settings => ({ settings, inputs: sweep.inputs }))
  const special = also.map(({ inputs = sweep.inputs, ...settings }) => ({ settings, inputs }))
  const cases = [...plain, ...special]
    .filter(({ settings }) => isValid({ ...base, ...settings }))
    .map(({ settings, inputs }) => createCase(sweep, settings, inputs))
  return [...new Map(cases.map(entry => [entry.id, entry])).values()]
}

function createCase(sweep: Sweep, settings: LayerSettings, inputs: Sweep['inputs']): ProofCase {
  const changed = Object.entries(settings).map(([key, value]) => `${key}=${describe(value)}`)
  const shapes = inputs === sweep.inputs ? [] : [`on ${describe(inputs)}`]
  const id = [sweep.class, ...changed, ...shapes].join(' ')
  return { id, family: sweep.family, graph: oneLayer(sweep, { ...sweep.base, ...settings }, inputs) }
}

function oneLayer({ class: className, outputs = () => 1 }: Sweep, config: LayerSettings, inputs: Sweep['inputs']): GraphSpec {
  const specs = inputs.map((input, i): InputSpec =>
    ({ name: `x${i}`, ...(Array.isArray(input) ? { shape: input as number[] } : input as Omit<InputSpec, 'name'>) }))
  const count = outputs(config)
  return {
    inputs: specs,
    steps: [{ name: 'y', run: { class: className, config }, from: specs.map(({ name }) => name) }],
    outputs: Array.from({ length: count }, (_, i) => `y:${i}`),
  }
}

function mixtures({ class: className, values = {}, mixtures: count = 0 }: Sweep): LayerSettings[] {
  const random = seededRandom([...className].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  return Array.from({ length: count }, () => Object.fromEntries(Object.entries(values).map(([key, list]) =>
    [key, list[Math.floor(random() * list.length)]])))
}

const describe = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => inner === undefined ? 'undefined' : inner).replaceAll('"', '')
