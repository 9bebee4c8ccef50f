// The options of one classify call as a caller writes them in; checked, with defaults, out.
import type { AbortSignalLike } from '../runtime'
import { checkOptions } from './check-options'
import { classifyOptionTable } from './option-table'

/** See `classifyOptionTable` for types, defaults and meanings. */
export interface ClassifyOptions {
  readonly topK?: number | null | undefined
  readonly scoreThreshold?: number | undefined
  readonly signal?: AbortSignalLike | undefined
}

export interface ResolvedClassifyOptions {
  /** 1 to the number of labels. */
  readonly topK: number
  readonly scoreThreshold: number
  readonly signal: AbortSignalLike | undefined
}

export function resolveClassifyOptions(
  options: ClassifyOptions | undefined,
  labelCount: number,
): ResolvedClassifyOptions {
  checkOptions(classifyOptionTable, options)
  const { topK, scoreThreshold } = classifyOptionTable
  const asked = options?.topK === undefined ? topK.default : options.topK ?? labelCount
  return {
    topK: Math.min(asked, labelCount),
    scoreThreshold: options?.scoreThreshold ?? scoreThreshold.default,
    signal: options?.signal,
  }
}
