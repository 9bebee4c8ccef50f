// The layer tables of tfjs-to-onnx in; which classes of tfjs-layers it converts, and why not the others, as tables out.
import { refusedLayers, supportedClasses } from 'tfjs-to-onnx'
import { activationTable } from '../packages/tfjs-to-onnx/src/layers/activation-table'
import { markdownTable } from './markdown-table'

const listed = (names: readonly string[]): string => names.join(', ')

export function coverageTable(): string {
  const { layers, cells, models } = supportedClasses
  const supported: [string, readonly string[]][] = [
    ['layers', layers], ['cells of recurrent layers', cells], ['models, also as layers', models],
    ['activations', Object.keys(activationTable)],
  ]
  return markdownTable(
    ['converted', 'number', 'names'],
    supported.map(([kind, names]) => [kind, String(names.length), listed(names)]),
  )
}

/** One row for each reason. */
export function refusalTable(): string {
  const reasons = [...new Set(Object.values(refusedLayers))]
  const classes = (reason: string) => Object.keys(refusedLayers).filter((name) => refusedLayers[name] === reason)
  return markdownTable(['refused', 'reason'], reasons.map((reason) => [listed(classes(reason)), reason]))
}
