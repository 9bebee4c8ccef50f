// A seed comes in; a random functional model with branches, shared and nested parts, several ends, goes out.
import { seededRandom } from '../../test/seeded-random'
import { createLayer } from '../build-model'
import { classesOf } from '../graph-spec'
import type { GraphSpec, InputSpec, LayerSpec, StepSpec } from '../graph-spec'
import { pruneGraph } from './prune-graph'
import { pick, randomLayer, randomReturns, shapeKeepingLayer } from './random-layer'
import type { Random } from './random-layer'

interface Known {
  readonly reference: string
  readonly shape: readonly number[]
}

const inputShapes = [[6, 5, 3], [5, 6, 2], [4, 7, 1], [5, 4], [6, 3], [7], [4], [3, 4, 3, 2]]
const largest = 250

export function randomGraph(seed: number): GraphSpec {
  return new GraphDraft(seededRandom(seed)).finish()
}

class GraphDraft {
  readonly inputs: InputSpec[]
  readonly steps: StepSpec[] = []
  readonly values: Known[]
  /** Steps whose layer or nested model may be applied again, with the shape they take and the shapes they give. */
  readonly reusable: { readonly name: string, readonly takes: string, readonly gives: readonly (readonly number[])[] }[] = []

  #passesState = false

  constructor(readonly random: Random, readonly depth = 0, inputShape?: readonly number[]) {
    const count = inputShape ? 1 : 1 + Math.floor(random() * 3)
    this.inputs = Array.from({ length: count }, (_, i) => ({ name: `x${i}`, shape: inputShape ?? pick(random, inputShapes) }))
    this.values = this.inputs.map(({ name, shape }) => ({ reference: name, shape }))
    if (depth === 0 && random() < 0.15) this.#embed()
  }

  finish(): GraphSpec {
    const wanted = this.depth === 0 ? 4 + Math.floor(this.random() * 7) : 1 + Math.floor(this.random() * 3)
    for (let tries = 0; this.steps.length < wanted && tries < 60; tries += 1) this.#grow()
    return pruneGraph({ inputs: this.inputs, steps: this.steps, outputs: this.#outputs() })
  }

  shapes(graph: GraphSpec): readonly (readonly number[])[] {
    return graph.outputs.map(output => this.values.find(({ reference }) => reference === output)?.shape ?? [])
  }

  #grow(): void {
    const kind = this.random()
    const value = this.random() < 0.6 ? this.values[this.values.length - 1] : pick(this.random, this.values)
    if (kind < 0.15) this.#branch(value)
    else if (kind < 0.3) this.#merge(value)
    else if (kind < 0.4) this.#reuse()
    else if (kind < 0.52 && this.depth < 2) this.#nest(value)
    else if (kind < 0.57) this.#passState(value)
    else if (kind < 0.62) this.#mix(value)
    else this.#addSingle(value)
  }

  // A layer that gives back the very tensor it got makes tfjs dispose of it while another layer still needs it, so
  // nobody else may read the source.
  #addSingle(value: Known): void {
    const run = randomLayer(this.random, value.shape)
    if (!givesItsInput(run)) {
      this.#addLayer(run, value)
      return
    }
    const isRead = this.steps.some(({ from }) => from.includes(value.reference))
    const isInput = this.inputs.some(({ name }) => name === value.reference)
    if (isRead || isInput || !this.#addLayer(run, value)) return
    this.values.splice(this.values.indexOf(value), 1)
    this.reusable.pop()
  }

  #addLayer(run: LayerSpec, ...from: readonly Known[]): Known | undefined {
    if (this.#passesState && from.length === 1 && isRecurrent(run.class)) return undefined
    const shapes = outputShapes(run, from.map(value => value.shape))
    if (!shapes?.every(isSmall)) return undefined
    const name = this.#add(run, from, shapes)
    if (from.length === 1) this.reusable.push({ name, takes: from[0].shape.join(), gives: shapes })
    return this.values[this.values.length - shapes.length]
  }

  // Words as numbers, and a row of a table for each.
  #embed(): void {
    this.inputs.push({ name: 'words', shape: [5], below: 6 })
    this.#addLayer({ class: 'Embedding', config: { inputDim: 6, outputDim: 3 } }, { reference: 'words', shape: [5] })
  }

  // A recurrent layer that starts from states which other layers computed. It must be the only recurrent one: tfjs
  // hands its states to every other that runs later.
  #passState(value: Known): void {
    const states = this.values.filter(({ shape }) => shape.length === 1)
    if (this.depth > 0 || value.shape.length !== 2 || states.length === 0 || this.#hasRecurrence()) return
    this.#passesState = true
    const first = pick(this.random, states)
    const second = states.find(({ reference, shape }) => reference !== first.reference && shape[0] === first.shape[0])
    const config = { units: first.shape[0], ...randomReturns(this.random) }
    if (second) this.#addLayer({ class: 'LSTM', config }, value, first, second)
    else this.#addLayer({ class: pick(this.random, ['GRU', 'SimpleRNN']), config }, value, first)
  }

  // Tensors of different rank, or a dot product.
  #mix(value: Known): void {
    const [last] = value.shape.slice(-1)
    const lower = this.values.filter(({ shape }) => shape.length === 1 && shape[0] === last && value.shape.length > 1)
    if (lower.length > 0) this.#addLayer({ class: pick(this.random, ['Add', 'Multiply', 'Minimum']) }, value, pick(this.random, lower))
    const rows = this.values.filter(({ reference, shape }) =>
      reference !== value.reference && shape.length === value.shape.length && shape.length < 3 && shape[shape.length - 1] === last)
    const config = { axes: -1, normalize: this.random() < 0.5 }
    if (rows.length > 0) this.#addLayer({ class: 'Dot', config }, value, pick(this.random, rows))
  }

  #add(run: StepSpec['run'], from: readonly Known[], shapes: readonly (readonly number[])[]): string {
    const name = `s${this.steps.length}`
    this.steps.push({ name, run, from: from.map(({ reference }) => reference) })
    this.values.push(...shapes.map((shape, i) => ({ reference: i === 0 ? name : `${name}:${i}`, shape })))
    return name
  }

  // A value, and a layer of it that keeps the shape, joined again.
  #branch(value: Known): void {
    const side = this.#addLayer(shapeKeepingLayer(this.random, value.shape), value)
    const run = { class: pick(this.random, ['Add', 'Multiply', 'Average', 'Maximum', 'Minimum', 'Concatenate']) }
    if (side) this.#addLayer(run, value, side)
  }

  #hasRecurrence(): boolean {
    return [...classesOf({ inputs: this.inputs, steps: this.steps, outputs: [] })].some(isRecurrent)
  }

  // Never one value twice: tfjs counts such a reader once and disposes of the value too early.
  #merge(value: Known): void {
    const axis = Math.floor(this.random() * value.shape.length)
    const partners = this.values.filter(({ reference, shape }) => reference !== value.reference
      && shape.length === value.shape.length && shape.every((length, i) => i === axis || length === value.shape[i]))
    if (partners.length > 0) this.#addLayer({ class: 'Concatenate', config: { axis: axis + 1 } }, value, ...partners.slice(-2))
  }

  #reuse(): void {
    const options = this.reusable.flatMap(entry =>
      this.values.filter(({ shape }) => shape.join() === entry.takes).map(value => ({ entry, value })))
    if (options.length === 0 || this.#passesState) return
    const { entry, value } = pick(this.random, options)
    this.#add({ again: entry.name }, [value], entry.gives)
  }

  #nest(value: Known): void {
    if (this.#passesState) return
    const draft = new GraphDraft(this.random, this.depth + 1, value.shape)
    const graph = draft.finish()
    if (graph.steps.length === 0) return
    const name = this.#add(graph, [value], draft.shapes(graph))
    this.reusable.push({ name, takes: value.shape.join(), gives: draft.shapes(graph) })
  }

  // The ends of all branches, three at most, and now and then something from the middle.
  #outputs(): string[] {
    const used = new Set(this.steps.flatMap(({ from }) => from))
    const made = this.values.slice(this.inputs.length)
    const ends = made.filter(({ reference }) => !used.has(reference)).slice(-3)
    const middle = this.random() < 0.3 && made.length > 0 ? [pick(this.random, made)] : []
    return [...new Set([...ends, ...middle].map(({ reference }) => reference))]
  }
}

const isRecurrent = (className: string): boolean => /^(SimpleRNN|GRU|LSTM|RNN|Bidirectional)$/.test(className)

const givesItsInput = ({ class: className, config }: LayerSpec): boolean =>
  className.endsWith('Dropout') || (className === 'Activation' && config?.activation === 'linear')

function isSmall(shape: readonly number[]): boolean {
  const size = shape.reduce((product, length) => product * length, 1)
  return shape.length >= 1 && shape.length <= 4 && size >= 1 && size <= largest
}

// tfjs says which shapes a layer gives, and throws where the layer cannot follow.
function outputShapes(run: LayerSpec, shapes: readonly (readonly number[])[]): number[][] | undefined {
  try {
    const full = shapes.map(shape => [null, ...shape])
    const given = createLayer(run, 'probe').computeOutputShape(full.length === 1 ? full[0] : full)
    const list = (Array.isArray(given[0]) ? given : [given]) as (number | null)[][]
    return list.map(shape => shape.slice(1).map(Number))
  } catch {
    return undefined
  }
}
