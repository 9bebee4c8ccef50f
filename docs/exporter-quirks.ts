// The quirk register of tfjs-to-onnx in, a table with each deviation of tfjs and what the file does about it out.
import { quirkTable } from 'tfjs-to-onnx'
import { markdownTable } from './markdown-table'

export const quirksTable = (): string => markdownTable(
  ['quirk', 'layers', 'when', 'what', 'policy'],
  Object.entries(quirkTable).map(([id, { layers, condition, sentence, policy }]) =>
    [`\`${id}\``, layers.join(', '), condition, sentence, policy]),
)
