// A Maximum layer of two or more inputs comes in; a chain of Max nodes with two inputs each goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitMerge } from './merge-element-wise'

export const emitMaximum = (context: LayerContext): Value[] => [emitMerge(context, 'Max')]
