// The options of createClassifier as a caller writes them in; checked, with defaults, out.
import { copyPlain } from '../copy-plain'
import type { ExecutionProvider, ExecutionProviderName } from '../execution-provider'
import type { PreprocessMode } from '../manifest'
import type { AbortSignalLike, DecodeOptions, InputDoors } from '../runtime'
import { checkOptions } from './check-options'
import { createOptionTable, inputOptionTable } from './option-table'
import { readExecutionProviders } from './read-execution-providers'
import type { RequestedProviders } from './read-execution-providers'

/** See `createOptionTable` for types, defaults and meanings. */
export interface CreateClassifierOptions<ModelSource = string> {
  readonly model?: ModelSource | undefined
  readonly preprocess?: PreprocessMode | undefined
  readonly executionProviders?: ExecutionProvider | readonly ExecutionProvider[] | undefined
  readonly threads?: number | undefined
  readonly sessionOptions?: Readonly<Record<string, unknown>> | undefined
  readonly inputs?: { readonly [Door in keyof InputDoors]?: boolean | undefined } | undefined
  readonly maxBytes?: number | undefined
  readonly timeout?: number | undefined
  readonly maxPixels?: number | undefined
  readonly warmup?: boolean | undefined
  readonly signal?: AbortSignalLike | undefined
}

export interface ResolvedCreateOptions<ModelSource> {
  readonly model: ModelSource | string
  /** Undefined: as the manifest says. */
  readonly preprocess: PreprocessMode | undefined
  readonly providers: RequestedProviders
  readonly threads: number
  readonly sessionOptions: Readonly<Record<string, unknown>>
  readonly decode: Omit<DecodeOptions, 'signal'>
  readonly warmup: boolean
  readonly signal: AbortSignalLike | undefined
}

export function resolveCreateOptions<ModelSource>(
  options: CreateClassifierOptions<ModelSource>,
  platformProviders: readonly ExecutionProviderName[],
): ResolvedCreateOptions<ModelSource> {
  checkOptions(createOptionTable, options)
  checkOptions(inputOptionTable, options.inputs, 'inputs.')
  const { model, threads, warmup } = createOptionTable
  return {
    model: options.model ?? model.default,
    preprocess: options.preprocess,
    providers: readExecutionProviders(options.executionProviders, platformProviders),
    threads: options.threads ?? threads.default,
    sessionOptions: copyPlain(options.sessionOptions ?? {}),
    decode: resolveDecodeOptions(options),
    warmup: options.warmup ?? warmup.default,
    signal: options.signal,
  }
}

function resolveDecodeOptions(options: CreateClassifierOptions<unknown>): Omit<DecodeOptions, 'signal'> {
  const { maxBytes, timeout, maxPixels } = createOptionTable
  const { files, network } = inputOptionTable
  return {
    inputs: { files: options.inputs?.files ?? files.default, network: options.inputs?.network ?? network.default },
    maxBytes: options.maxBytes ?? maxBytes.default,
    timeout: options.timeout ?? timeout.default,
    maxPixels: options.maxPixels ?? maxPixels.default,
  }
}
