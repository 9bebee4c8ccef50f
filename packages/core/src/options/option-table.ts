// Every option with its type, default and meaning: the source of defaults, validation and the tables in the docs.
import { boolean, integer, isFiniteNumber, isRecord, oneOf, plainObject } from '../expectation'
import type { Expectation } from '../expectation'
import { providerList } from './read-execution-providers'

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

/** The name of the embedded model that is used where the caller names none. */
export const defaultModel = 'fashion-small'

const preprocessModes = ['auto', 'fashion-mnist', 'raw'] as const

// Timers of JavaScript engines hold signed 32-bit milliseconds; a longer one would fire at once.
const longestTimeout = 2 ** 31 - 1

const modelSource: Expectation = {
  words: 'a model',
  accepts: (value) => value !== null && value !== '' && ['string', 'object', 'function'].includes(typeof value),
}

const abortSignal: Expectation = {
  words: 'an AbortSignal',
  accepts: (value) => typeof value === 'object' && value !== null
    && 'aborted' in value && typeof value.aborted === 'boolean'
    && 'addEventListener' in value && typeof value.addEventListener === 'function',
}

const countOrAll: Expectation = {
  words: 'a whole number of at least 1, or null for all labels',
  accepts: (value) => value === null || integer(1).accepts(value),
}

const probability: Expectation = {
  words: 'a number from 0 to 1',
  accepts: (value) => isFiniteNumber(value) && value >= 0 && value <= 1,
}

const onnxruntimeOptions: Expectation = {
  words: 'an object without `executionProviders`, which is an option of its own',
  accepts: (value) => isRecord(value) && value.executionProviders === undefined,
}

export const createOptionTable = {
  model: {
    type: 'string | ModelSource',
    default: defaultModel,
    description: 'Name of an embedded model, or the place of another one.',
    expectation: modelSource,
  },
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
      + '\'auto\' stands for the list of the platform.',
    expectation: providerList,
  },
  threads: {
    type: 'number',
    default: 1,
    description: 'Threads that one run of the model may use.',
    expectation: integer(1),
  },
  sessionOptions: {
    type: 'Record<string, unknown>',
    default: undefined,
    defaultText: '{}',
    description: 'Session options of onnxruntime, passed through.',
    expectation: onnxruntimeOptions,
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
    default: 64 * 1024 * 1024,
    description: 'Bytes that an encoded picture may have.',
    expectation: integer(1),
  },
  timeout: {
    type: 'number',
    default: 30_000,
    description: 'Milliseconds that a download may take.',
    expectation: integer(1, longestTimeout),
  },
  maxPixels: {
    type: 'number',
    default: 64_000_000,
    description: 'Pixels (width x height) that an encoded picture may have.',
    expectation: integer(1),
  },
  warmup: {
    type: 'boolean',
    default: false,
    description: 'Run the model once on a blank picture before the classifier is handed out.',
    expectation: boolean,
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
    default: true,
    description: 'Paths and file: URLs are read.',
    expectation: boolean,
  },
  network: {
    type: 'boolean',
    default: true,
    description: 'http: and https: URLs are downloaded.',
    expectation: boolean,
  },
} as const satisfies OptionTable

export const classifyOptionTable = {
  topK: {
    type: 'number | null',
    default: 5,
    description: 'How many predictions to return at most, best first; null returns all labels.',
    expectation: countOrAll,
  },
  scoreThreshold: {
    type: 'number',
    default: 0,
    description: 'Predictions with a lower score are left out.',
    expectation: probability,
  },
  signal: {
    type: 'AbortSignal',
    default: undefined,
    defaultText: 'none',
    description: 'Stops the call when aborted; other calls go on.',
    expectation: abortSignal,
  },
} as const satisfies OptionTable
