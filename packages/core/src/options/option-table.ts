// Every option of createClassifier with its type, default and meaning: the source of defaults, validation and the tables in the docs.
import { isAbortSignal } from '../abort/is-abort-signal'
import { boolean, integer, oneOf, plainObject } from '../expectation'
import type { Expectation } from '../expectation'
import { isRecord } from '../is-record'
import { modelOptionTable } from './model-options'
import { logLevels } from '../log-level'
import { createDefaults, inputDefaults } from './option-defaults'
import { providerList } from './read-execution-providers'
import { wasmOptionRow } from './wasm-options'

export interface OptionRow<Default = unknown> {
  /** As TypeScript would write it. */
  readonly type: string
  /** Undefined where the default depends on something else; `defaultText` then says on what. */
  readonly default: Default
  readonly defaultText?: string
  readonly description: string
  readonly expectation: Expectation
}

export type OptionTable = Readonly<Record<string, OptionRow>>

const preprocessModes = ['auto', 'fashion-mnist', 'raw'] as const

// Timers of JavaScript engines hold signed 32-bit milliseconds; a longer one would fire at once.
const longestTimeout = 2 ** 31 - 1

const modelSource: Expectation = {
  words: 'a model',
  accepts: (value) => value !== null && value !== '' && ['string', 'object', 'function'].includes(typeof value),
}

export const abortSignal: Expectation = {
  words: 'an AbortSignal',
  accepts: isAbortSignal,
}

const onnxruntimeOptions: Expectation = {
  words: 'an object without `executionProviders`, which is an option of its own',
  accepts: (value) => isRecord(value) && value.executionProviders === undefined,
}

const threadCount: Expectation = {
  words: 'a whole number of at least 1, or "auto"',
  accepts: (value) => value === 'auto' || integer(1).accepts(value),
}

const workerChoice: Expectation = {
  words: 'true, false or { size, maxQueue }',
  accepts: (value) => typeof value === 'boolean' || isRecord(value),
}

const listener: Expectation = {
  words: 'a function',
  accepts: (value) => typeof value === 'function',
}

export const createOptionTable = {
  model: {
    type: 'string | ModelSource',
    default: createDefaults.model,
    description: 'Name of an embedded model, the place of another one, or `{ manifest, bytes }`.',
    expectation: modelSource,
  },
  ...modelOptionTable,
  preprocess: {
    type: preprocessModes.map((mode) => `'${mode}'`).join(' | '),
    default: undefined,
    defaultText: 'as the manifest says',
    description: 'How a picture becomes the input of the model.',
    expectation: oneOf(...preprocessModes),
  },
  executionProviders: {
    type: 'ExecutionProvider | readonly ExecutionProvider[]',
    default: undefined,
    defaultText: 'the list of the platform',
    description: 'Providers in order of preference; the first that can be had is used. '
      + '\'auto\' stands for all that the platform has, in the order that fits the size of the model; those whose '
      + 'runtime is loaded already are measured.',
    expectation: providerList,
  },
  strict: {
    type: 'boolean',
    default: createDefaults.strict,
    description: 'Only the first provider, and the whole model on it: rejects rather than fall back.',
    expectation: boolean,
  },
  threads: {
    type: 'number | \'auto\'',
    default: createDefaults.threads,
    description: 'Threads that one run of the model may use; \'auto\' decides by the size of the model.',
    expectation: threadCount,
  },
  sessionOptions: {
    type: 'Record<string, unknown>',
    default: undefined,
    defaultText: '{}',
    description: 'Session options of onnxruntime, passed through.',
    expectation: onnxruntimeOptions,
  },
  wasm: wasmOptionRow,
  batching: {
    type: '{ maxSize?: number, maxDelay?: number, maxQueue?: number }',
    default: undefined,
    defaultText: '{ maxSize: 32, maxDelay: 0, maxQueue: Infinity }',
    description: 'How calls that wait are joined into runs, and how many may wait.',
    expectation: plainObject,
  },
  worker: {
    type: 'boolean | { size?: number, maxQueue?: number }',
    default: createDefaults.worker,
    description: 'Load, decode and run in workers, so that the caller\'s own thread stays free.',
    expectation: workerChoice,
  },
  inputs: {
    type: '{ files?: boolean, network?: boolean }',
    default: undefined,
    defaultText: '{ files: true, network: true }',
    description: 'Where strings and URLs given as pictures may lead.',
    expectation: plainObject,
  },
  maxBytes: {
    type: 'number',
    default: createDefaults.maxBytes,
    description: 'Bytes that an encoded picture may have.',
    expectation: integer(1),
  },
  timeout: {
    type: 'number',
    default: createDefaults.timeout,
    description:
      'Milliseconds that the download of a picture may take, '
      + 'and that the download of a model or of onnxruntime\'s .wasm may stand still.',
    expectation: integer(1, longestTimeout),
  },
  maxPixels: {
    type: 'number',
    default: createDefaults.maxPixels,
    description: 'Pixels (width x height) that an encoded picture may have.',
    expectation: integer(1),
  },
  warmup: {
    type: 'boolean',
    default: undefined,
    defaultText: 'true on a GPU, else false',
    description: 'Run the model once on a blank picture before the classifier is handed out.',
    expectation: boolean,
  },
  logLevel: {
    type: logLevels.map((level) => `'${level}'`).join(' | '),
    default: createDefaults.logLevel,
    description: 'What onnxruntime may write to the console or stderr; the SDK itself never writes.',
    expectation: oneOf(...logLevels),
  },
  onProgress: {
    type: '(progress: { phase, loaded, total }) => void',
    default: undefined,
    defaultText: 'none',
    description: 'Hears of each phase of the loading: \'model\' and \'runtime\' in bytes, \'session\' and \'warmup\' as '
      + '0 and 1 of 1. What it throws is dropped.',
    expectation: listener,
  },
  onFallback: {
    type: '(event: { from, to, reason }) => void',
    default: undefined,
    defaultText: 'none',
    description: 'Hears of each provider that is left for the next one, now or later. What it throws is dropped.',
    expectation: listener,
  },
  signal: {
    type: 'AbortSignal',
    default: undefined,
    defaultText: 'none',
    description: 'Stops the loading when aborted.',
    expectation: abortSignal,
  },
} as const satisfies OptionTable

export const inputOptionTable = {
  files: {
    type: 'boolean',
    default: inputDefaults.files,
    description: 'Paths and file: URLs are read.',
    expectation: boolean,
  },
  network: {
    type: 'boolean',
    default: inputDefaults.network,
    description: 'http: and https: URLs are downloaded.',
    expectation: boolean,
  },
} as const satisfies OptionTable
