// The options of one classify call as a caller writes them in; checked, with defaults, out.
import { isFiniteNumber, isRecord } from '../is-record'
import type { Region } from '../image'
import type { ScoreFunction, TestTimeAugmentation } from '../prediction'
import type { AbortSignalLike } from '../runtime'
import { checkOptions } from './check-options'
import { classifyOptionTable, embedOptionTable } from './classify-option-table'
import { classifyDefaults } from './option-defaults'
import type { OptionTable } from './option-table'
import { readAllowedLabels } from './read-allowed-labels'

const logitOptionTable = {
  ...classifyOptionTable,
  scoreThreshold: {
    ...classifyOptionTable.scoreThreshold,
    expectation: { words: 'a finite number', accepts: isFiniteNumber },
  },
} as const satisfies OptionTable

/** See `embedOptionTable` for types, defaults and meanings. */
export interface EmbedOptions {
  readonly region?: Region | undefined
  readonly signal?: AbortSignalLike | undefined
}

/** See `classifyOptionTable` for types, defaults and meanings. */
export interface ClassifyOptions extends EmbedOptions {
  readonly topK?: number | null | undefined
  readonly scoreThreshold?: number | undefined
  readonly labelAllowlist?: readonly string[] | undefined
  readonly labelDenylist?: readonly string[] | undefined
  readonly functionToApply?: ScoreFunction | undefined
  readonly tta?: TestTimeAugmentation | undefined
}

/** See `streamOptionTable` for types, defaults and meanings. */
export interface StreamOptions extends ClassifyOptions {
  readonly dropFrames?: boolean | undefined
  readonly concurrency?: number | undefined
}

export interface ResolvedEmbedOptions {
  readonly region: Region | undefined
  readonly signal: AbortSignalLike | undefined
}

export interface ResolvedClassifyOptions extends ResolvedEmbedOptions {
  /** 1 to the number of labels. */
  readonly topK: number
  readonly scoreThreshold: number
  /** Labels that may be returned; undefined: all. */
  readonly allowed: ReadonlySet<string> | undefined
  readonly functionToApply: ScoreFunction
  readonly tta: TestTimeAugmentation
}

/** What these options must be: logits have no bounds, so neither has their threshold. */
export function classifyTableFor(options: unknown): OptionTable {
  return isRecord(options) && options.functionToApply === 'none' ? logitOptionTable : classifyOptionTable
}

/** Errors: 'option-unknown', 'option-invalid', 'label-unknown'. */
export function resolveClassifyOptions(
  options: ClassifyOptions | undefined,
  labels: readonly string[],
): ResolvedClassifyOptions {
  checkOptions(classifyTableFor(options), options)
  const { topK, scoreThreshold } = classifyDefaults
  const functionToApply = options?.functionToApply ?? classifyDefaults.functionToApply
  const asked = options?.topK === undefined ? topK : options.topK ?? labels.length
  return {
    topK: Math.min(asked, labels.length),
    scoreThreshold: options?.scoreThreshold ?? (functionToApply === 'none' ? -Infinity : scoreThreshold),
    allowed: readAllowedLabels(options?.labelAllowlist, options?.labelDenylist, labels),
    functionToApply,
    tta: options?.tta ?? classifyDefaults.tta,
    ...readEmbedOptions(options),
  }
}

/** Errors: 'option-unknown', 'option-invalid'. */
export function resolveEmbedOptions(options: EmbedOptions | undefined): ResolvedEmbedOptions {
  checkOptions(embedOptionTable, options)
  return readEmbedOptions(options)
}

// A copy: the region is used after the caller has gone on.
function readEmbedOptions(options: EmbedOptions | undefined): ResolvedEmbedOptions {
  return { region: options?.region && { ...options.region }, signal: options?.signal }
}
