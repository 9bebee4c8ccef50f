// An Add layer of two or more inputs comes in; a chain of Add nodes with two inputs each goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitMerge } from './merge-element-wise'

export const emitAdd = (context: LayerContext): Value[] => [emitMerge(context, 'Add')]
