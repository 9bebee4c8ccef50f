// The options of createClassifier as a caller writes them in; checked, with defaults, out.
import { copyPlain } from '../copy-plain'
import type { ExecutionProvider, FallbackListener } from '../execution-provider'
import type { LogLevel } from '../log-level'
import type { PreprocessMode } from '../manifest'
import type { ProgressListener } from '../progress'
import type { LoadModelOptions } from '../model/load-model-options'
import type { ModelInMemory } from '../model/model-files'
import type { AbortSignalLike, DecodeOptions, InputDoors } from '../runtime'
import { resolveBatching } from './batching-options'
import type { BatchingOptions, ResolvedBatching } from './batching-options'
import { checkOptions } from './check-options'
import { resolveModelOptions } from './model-options'
import type { ModelOptions } from './model-options'
import { createDefaults, inputDefaults } from './option-defaults'
import { createOptionTable, inputOptionTable } from './option-table'
import { readExecutionProviders } from './read-execution-providers'
import type { PlatformProviders, RequestedProviders } from './read-execution-providers'
import type { WorkerOptions } from './worker-options'
import type { WasmOptions } from './wasm-options'

/** See `createOptionTable` for types, defaults and meanings. */
export interface CreateClassifierOptions<ModelSource = string> extends ModelOptions {
  readonly model?: ModelSource | ModelInMemory | undefined
  readonly preprocess?: PreprocessMode | undefined
  readonly executionProviders?: ExecutionProvider | readonly ExecutionProvider[] | undefined
  readonly strict?: boolean | undefined
  readonly threads?: number | 'auto' | undefined
  readonly sessionOptions?: Readonly<Record<string, unknown>> | undefined
  readonly wasm?: WasmOptions | undefined
  readonly batching?: BatchingOptions | undefined
  readonly worker?: boolean | WorkerOptions | undefined
  readonly inputs?: { readonly [Door in keyof InputDoors]?: boolean | undefined } | undefined
  readonly maxBytes?: number | undefined
  readonly timeout?: number | undefined
  readonly maxPixels?: number | undefined
  readonly warmup?: boolean | undefined
  readonly logLevel?: LogLevel | undefined
  readonly onProgress?: ProgressListener | undefined
  readonly onFallback?: FallbackListener | undefined
  readonly signal?: AbortSignalLike | undefined
}

export interface ResolvedCreateOptions<ModelSource> {
  readonly model: ModelSource | ModelInMemory | string
  readonly loading: Omit<LoadModelOptions, 'signal'>
  /** Undefined: as the manifest says. */
  readonly preprocess?: PreprocessMode | undefined
  readonly providers: RequestedProviders
  readonly strict: boolean
  readonly threads: number | 'auto'
  readonly sessionOptions: Readonly<Record<string, unknown>>
  readonly wasm?: WasmOptions | undefined
  /** Of the .wasm files; those of models and pictures lie in `loading` and `decode`. */
  readonly timeout: number
  readonly batching: ResolvedBatching
  readonly decode: Omit<DecodeOptions, 'signal'>
  /** Undefined: on a GPU only. */
  readonly warmup?: boolean | undefined
  readonly logLevel: LogLevel
  readonly onProgress?: ProgressListener | undefined
  readonly onFallback?: FallbackListener | undefined
  readonly signal?: AbortSignalLike | undefined
}

export function resolveCreateOptions<ModelSource>(
  options: CreateClassifierOptions<ModelSource>,
  platform: PlatformProviders,
): ResolvedCreateOptions<ModelSource> {
  checkOptions(createOptionTable, options)
  checkOptions(inputOptionTable, options.inputs, 'inputs.')
  const { model, strict, threads, logLevel } = createDefaults
  const timeout = options.timeout ?? createDefaults.timeout
  return {
    model: options.model ?? model,
    loading: resolveModelOptions(options, timeout),
    preprocess: options.preprocess,
    providers: readExecutionProviders(options.executionProviders, platform),
    strict: options.strict ?? strict,
    threads: options.threads ?? threads,
    sessionOptions: copyPlain(options.sessionOptions ?? {}),
    wasm: options.wasm,
    timeout,
    batching: resolveBatching(options.batching),
    decode: resolveDecodeOptions(options, timeout),
    warmup: options.warmup,
    logLevel: options.logLevel ?? logLevel,
    onProgress: options.onProgress,
    onFallback: options.onFallback,
    signal: options.signal,
  }
}

function resolveDecodeOptions(
  options: CreateClassifierOptions<unknown>,
  timeout: number,
): Omit<DecodeOptions, 'signal'> {
  const { maxBytes, maxPixels } = createDefaults
  const { files, network } = inputDefaults
  return {
    inputs: { files: options.inputs?.files ?? files, network: options.inputs?.network ?? network },
    maxBytes: options.maxBytes ?? maxBytes,
    timeout,
    maxPixels: options.maxPixels ?? maxPixels,
  }
}
