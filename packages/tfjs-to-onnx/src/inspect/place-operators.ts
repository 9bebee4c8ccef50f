// Nodes and an opset in; for each operator the execution providers it runs on, by the measured table, out.
import type { OperatorPlacement } from './inspection'
import type { KnownNode } from './known-nodes'
import type { GraphNode } from '../value'
import table from './placement-table.json'

/** Operators by name, or by name and the type or the rank of what they read where that decides; the opsets each runs. */
export const placementTable: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = table.operators

export const placementProviders: readonly string[] = table.providers
export const measuredWith: Readonly<Record<string, string>> = table.measuredWith

export function placeOperators(nodes: readonly KnownNode[], opset: number): OperatorPlacement[] {
  const counts = new Map<string, number>()
  for (const { node } of nodes) {
    const key = tableKey(node)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([one], [other]) => one < other ? -1 : 1)
  return sorted.map(([operator, count]) => ({ operator, nodes: count, runsOn: runsOn(operator, opset) }))
}

// 'Transpose(uint8)', 'Conv(3D)': one item of a batch with channels has two axes more than its window.
function tableKey({ operator, inputs: [input] }: GraphNode): string {
  if (input === undefined || input.kind === 'absent') return operator
  const names = [`${operator}(${input.dataType})`, `${operator}(${input.shape.length - 2}D)`]
  return names.find(name => Object.hasOwn(placementTable, name)) ?? operator
}

function runsOn(operator: string, opset: number): Readonly<Record<string, boolean>> | undefined {
  if (!Object.hasOwn(placementTable, operator) || !table.opsets.includes(opset)) return undefined
  const row = placementTable[operator]
  return Object.fromEntries(placementProviders.map(provider => [provider, row[provider].includes(opset)]))
}
