// The options of classifyStream as a caller writes them in; checked, and apart from those of each picture, out.
import type { AbortSignalLike } from '../runtime'
import { checkOptions } from './check-options'
import { streamOptionTable } from './classify-option-table'
import { classifyTableFor, resolveClassifyOptions } from './classify-options'
import type { ClassifyOptions, StreamOptions } from './classify-options'

export interface ResolvedStreamOptions {
  /** Checked, and without the signal: every picture gets one of the stream's own. */
  readonly ofClassify: ClassifyOptions
  /** Undefined: as the source is. */
  readonly dropFrames: boolean | undefined
  /** Undefined: as frames are dropped or not. */
  readonly concurrency: number | undefined
  readonly signal: AbortSignalLike | undefined
}

/** Errors: 'option-unknown', 'option-invalid', 'label-unknown'. */
export function resolveStreamOptions(
  options: StreamOptions | undefined,
  labels: readonly string[],
): ResolvedStreamOptions {
  checkOptions({ ...streamOptionTable, ...classifyTableFor(options) }, options)
  const { dropFrames, concurrency, signal, ...ofClassify } = options ?? {}
  resolveClassifyOptions({ ...ofClassify, signal }, labels)
  return { ofClassify, dropFrames, concurrency, signal }
}
