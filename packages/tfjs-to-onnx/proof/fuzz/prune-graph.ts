// A model as data in; the same model without the steps and inputs that no output needs, out.
import type { GraphSpec, StepSpec } from '../graph-spec'

export function pruneGraph(graph: GraphSpec): GraphSpec {
  const needed = new Set(graph.outputs.map(stepOf))
  const kept: StepSpec[] = []
  for (const step of [...graph.steps].reverse()) {
    if (!needed.has(step.name)) continue
    kept.unshift(step)
    step.from.forEach(reference => needed.add(stepOf(reference)))
  }
  const inputs = graph.inputs.filter(({ name }) => needed.has(name))
  return { ...graph, inputs: inputs.length > 0 ? inputs : graph.inputs.slice(0, 1), steps: rehome(kept, graph.steps) }
}

export const stepOf = (reference: string): string => reference.split(':')[0]

// Where the step that made a shared layer is gone, its first remaining user makes it.
function rehome(kept: readonly StepSpec[], all: readonly StepSpec[]): StepSpec[] {
  const maker = new Map<string, string>(kept.filter(({ run }) => !('again' in run)).map(({ name }) => [name, name]))
  return kept.map((step) => {
    if (!('again' in step.run)) return step
    const source = sourceOf(step.run.again, all)
    const home = maker.get(source.name)
    if (home) return { ...step, run: { again: home } }
    maker.set(source.name, step.name)
    return { ...step, run: source.run }
  })
}

function sourceOf(name: string, steps: readonly StepSpec[]): StepSpec {
  const step = steps.find(candidate => candidate.name === name)
  if (!step) throw new Error(`The graph has no step "${name}".`)
  return 'again' in step.run ? sourceOf(step.run.again, steps) : step
}
