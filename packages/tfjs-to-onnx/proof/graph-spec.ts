// A model written as plain data, so that tests can print, vary and shrink it; the types and how to read them.

/** A layer by its tfjs class; settings may hold further layers (the cell of an RNN, the layer of a wrapper). */
export interface LayerSpec {
  readonly class: string
  readonly config?: LayerSettings
}

export type LayerSettings = Readonly<Record<string, unknown>>

export interface InputSpec {
  readonly name: string
  /** Without the batch. */
  readonly shape: readonly number[]
  readonly dataType?: 'int32'
  /** Whole numbers from 0 to below this are drawn instead of random ones. */
  readonly below?: number
}

/** One call of a layer, of a nested model, or (again) of the layer that an earlier step made. */
export interface StepSpec {
  readonly name: string
  readonly run: LayerSpec | GraphSpec | { readonly again: string }
  /** Names of inputs or steps; 'lstm:1' is the second output of step lstm. */
  readonly from: readonly string[]
}

export interface GraphSpec {
  readonly inputs: readonly InputSpec[]
  readonly steps: readonly StepSpec[]
  readonly outputs: readonly string[]
  /** True for tf.sequential: a chain of single layers. */
  readonly sequential?: boolean
}

export const isGraph = (run: StepSpec['run']): run is GraphSpec => 'steps' in run

export const isLayer = (value: unknown): value is LayerSpec =>
  typeof value === 'object' && value !== null && typeof (value as LayerSpec).class === 'string'

/** The classes of all layers, nested ones included. */
export function classesOf(graph: GraphSpec): Set<string> {
  return new Set(graph.steps.flatMap(({ run }) => isGraph(run) ? [...classesOf(run)] : isLayer(run) ? classesIn(run) : []))
}

function classesIn(layer: LayerSpec): string[] {
  const inner = Object.values(layer.config ?? {}).flat().flatMap((value): string[] => {
    if (isLayer(value)) return classesIn(value)
    return isNestedGraph(value) ? [...classesOf(value)] : []
  })
  return [layer.class, ...inner]
}

export const isNestedGraph = (value: unknown): value is GraphSpec =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<GraphSpec>).steps)
