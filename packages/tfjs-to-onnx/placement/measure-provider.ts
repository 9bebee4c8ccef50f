// The name of an execution provider in; for each row of the table the opsets that it runs without the CPU's help out.
import { buildOneNodeModel } from './operator-case'
import type { OperatorCase } from './operator-case'
import { operatorCases } from './operator-cases'
import { runAlone } from './run-alone'
import type { PlacementProvider } from './run-alone'

/** Those that the exporter writes. */
export const measuredOpsets: readonly number[] = [13, 14, 15, 16, 17, 18, 19, 20, 21]

export type MeasuredRows = Readonly<Record<string, readonly number[]>>

/** A row runs where all forms of its operator run: a file says nothing of the form before it is read. */
export async function measureProvider(
  provider: PlacementProvider,
  opsets: readonly number[] = measuredOpsets,
): Promise<MeasuredRows> {
  const rows: Record<string, number[]> = {}
  for (const row of [...new Set(operatorCases.map(tested => tested.row))].sort()) {
    rows[row] = []
    for (const opset of opsets) {
      const forms = operatorCases.filter(tested => tested.row === row && tested.opsets(opset))
      if (await allRun(provider, forms, opset)) rows[row].push(opset)
    }
  }
  return rows
}

async function allRun(provider: PlacementProvider, forms: readonly OperatorCase[], opset: number): Promise<boolean> {
  for (const form of forms) {
    const { onConstant, input, inputType, output } = form
    const feed = onConstant ? { dims: output, type: 'float32' as const } : { dims: input, type: inputType }
    const tensor = { dims: feed.dims.map(Number), type: feed.type }
    if (!await runAlone(provider, buildOneNodeModel(form, opset), tensor)) return false
  }
  return forms.length > 0
}
