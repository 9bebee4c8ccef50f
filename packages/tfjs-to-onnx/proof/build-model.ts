// A model as plain data comes in; the live tfjs model, every weight drawn at random, goes out.
import { isGraph, isLayer, isNestedGraph } from './graph-spec'
import type { GraphSpec, LayerSpec } from './graph-spec'
import { seededRandom } from '../test/seeded-random'
import { core, layers } from './tensorflow'
import type { Layer, LayersModel, SymbolicTensor } from './tensorflow'

/** The same specification and seed give the same weights on every backend. */
export function buildModel(graph: GraphSpec, seed = 1): LayersModel {
  const model = assemble(graph, 'proof')
  randomizeWeights(model, seed)
  return model
}

function assemble(graph: GraphSpec, name: string): LayersModel {
  if (graph.sequential) return assembleSequence(graph, name)
  const inputs = graph.inputs.map(input => layers.input({
    name: input.name, shape: [...input.shape], dtype: input.dataType ?? 'float32',
  }))
  const values = new Map<string, SymbolicTensor[]>(graph.inputs.map(({ name: input }, i) => [input, [inputs[i]]]))
  const made = new Map<string, Layer>()
  const find = (reference: string): SymbolicTensor => {
    const [step, index = '0'] = reference.split(':')
    return (values.get(step) ?? [])[Number(index)]
  }
  for (const { name: step, run, from } of graph.steps) {
    const layer = 'again' in run
      ? made.get(run.again) as Layer
      : isGraph(run) ? assemble(run, step) : createLayer(run, step)
    made.set(step, layer)
    const arguments_ = from.map(find)
    values.set(step, [layer.apply(arguments_.length === 1 ? arguments_[0] : arguments_)].flat() as SymbolicTensor[])
  }
  return layers.model({ name, inputs, outputs: graph.outputs.map(find) })
}

function assembleSequence({ inputs: [input], steps }: GraphSpec, name: string): LayersModel {
  const first = createLayer({ class: 'InputLayer', config: { inputShape: input.shape, dtype: input.dataType } }, input.name)
  const rest = steps.map(({ name: step, run }) =>
    isGraph(run) ? assemble(run, step) : createLayer(run as LayerSpec, step))
  return layers.sequential({ name, layers: [first, ...rest] })
}

type LayerClass = new (config: Readonly<Record<string, unknown>>) => Layer

export function createLayer({ class: className, config = {} }: LayerSpec, name: string): Layer {
  const known = core.serialization.SerializationMap.getMap().classNameMap
  const entry = known[className]
  if (!entry) throw new Error(`TensorFlow.js has no layer class "${className}".`)
  const settings = Object.fromEntries(Object.entries(config).map(([key, value]) =>
    [key, inner(value, `${name}_${key}`)]))
  return new (entry[0] as unknown as LayerClass)({ name, ...settings })
}

// Copies, as some layers change the lists they are given.
function inner(value: unknown, name: string): unknown {
  if (isLayer(value)) return createLayer(value, name)
  if (isNestedGraph(value)) return assemble(value, name)
  return Array.isArray(value) ? value.map((entry, i) => inner(entry, `${name}_${i}`)) : value
}

function randomizeWeights(model: LayersModel, seed: number): void {
  const random = seededRandom(seed)
  const weights = model.weights.map((variable) => {
    const shape = variable.shape.map(Number)
    const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1)
    const [low, high] = rangeOf(variable.originalName, fanIn)
    const numbers = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => low + (high - low) * random())
    const tensor = core.tensor(numbers, shape)
    variable.write(tensor)
    return tensor
  })
  core.dispose(weights)
}

// Kernels are scaled by what they sum over, so that deep models neither vanish nor explode; variances stay positive.
function rangeOf(name: string, fanIn: number): [number, number] {
  if (name.endsWith('variance')) return [0.3, 2.5]
  if (name.endsWith('gamma')) return [-1.5, 1.5]
  if (name.endsWith('kernel')) return [-2 / Math.sqrt(fanIn), 2 / Math.sqrt(fanIn)]
  return [-1, 1]
}
