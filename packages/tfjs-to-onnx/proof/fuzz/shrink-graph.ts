// A failing model as data and the test it fails come in; the smallest model found that still fails goes out.
import { isGraph, isLayer } from '../graph-spec'
import type { GraphSpec, StepSpec } from '../graph-spec'
import { pruneGraph, stepOf } from './prune-graph'

/** @param fails must be false for a model that cannot be built */
export async function shrinkGraph(graph: GraphSpec, fails: (graph: GraphSpec) => Promise<boolean>): Promise<GraphSpec> {
  let smallest = graph
  for (let tries = 0; tries < 300;) {
    const candidates = smaller(smallest)
    let next: GraphSpec | undefined
    for (const candidate of candidates) {
      tries += 1
      if (await fails(candidate)) {
        next = candidate
        break
      }
    }
    if (!next) return smallest
    smallest = next
  }
  return smallest
}

export const countSteps = (graph: GraphSpec): number =>
  graph.steps.reduce((sum, { run }) => sum + 1 + (isGraph(run) ? countSteps(run) : 0), graph.outputs.length)

function smaller(graph: GraphSpec): GraphSpec[] {
  const candidates = [
    ...graph.steps.map(({ name }) => ({ ...graph, outputs: [name] })),
    ...graph.outputs.map(output => ({ ...graph, outputs: graph.outputs.filter(other => other !== output) })),
    ...graph.steps.flatMap(step => step.from.map(source => bypass(graph, step, source))),
    ...graph.steps.flatMap(step => isGraph(step.run) ? smallerNested(graph, step, step.run) : []),
    ...graph.steps.flatMap(step => isLayer(step.run) && step.run.config ? fewerSettings(graph, step) : []),
  ]
  const size = weigh(graph)
  return candidates
    .filter(({ outputs }) => outputs.length > 0)
    .map(pruneGraph)
    .filter(candidate => candidate.steps.length > 0 && weigh(candidate) < size)
    .sort((left, right) => weigh(left) - weigh(right))
}

// Settings count a little, so that a plain layer is preferred to one with options.
const weigh = (graph: GraphSpec): number => countSteps(graph) + JSON.stringify(graph).length / 1e6

/** Whoever read the step reads its source instead. */
function bypass(graph: GraphSpec, step: StepSpec, source: string): GraphSpec {
  const redirect = (reference: string): string => stepOf(reference) === step.name ? source : reference
  const steps = graph.steps.filter(other => other !== step).map(other => ({ ...other, from: other.from.map(redirect) }))
  const isShared = graph.steps.some(({ run }) => 'again' in run && run.again === step.name)
  return isShared ? graph : { ...graph, steps, outputs: [...new Set(graph.outputs.map(redirect))] }
}

const smallerNested = (graph: GraphSpec, step: StepSpec, nested: GraphSpec): GraphSpec[] =>
  smaller(nested).map(run => replaceStep(graph, step, { ...step, run }))

function fewerSettings(graph: GraphSpec, step: StepSpec): GraphSpec[] {
  if (!isLayer(step.run)) return []
  const { class: className, config = {} } = step.run
  return Object.keys(config).map((key) => {
    const rest = Object.fromEntries(Object.entries(config).filter(([other]) => other !== key))
    return replaceStep(graph, step, { ...step, run: { class: className, config: rest } })
  })
}

const replaceStep = (graph: GraphSpec, step: StepSpec, replacement: StepSpec): GraphSpec =>
  ({ ...graph, steps: graph.steps.map(other => other === step ? replacement : other) })
