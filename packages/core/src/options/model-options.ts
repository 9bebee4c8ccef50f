// The options about getting a model as a caller writes them in; checked by their table, with defaults, out.
import { integer, oneOf } from '../expectation'
import { isRecord } from '../is-record'
import type { Expectation } from '../expectation'
import { parseIntegrity } from '../model/parse-integrity'
import { modelDtypes } from '../model/load-model-options'
import { createDefaults } from './option-defaults'
import type { CacheOption, FetchOption, Integrity, LoadModelOptions, ModelDtype } from '../model/load-model-options'

/** See `createOptionTable` for types, defaults and meanings. */
export interface ModelOptions {
  readonly dtype?: ModelDtype | undefined
  readonly integrity?: Integrity | undefined
  readonly fetch?: FetchOption | undefined
  readonly cache?: CacheOption | undefined
  readonly maxModelBytes?: number | undefined
}

const cacheMethods = ['match', 'put', 'delete', 'keys']
const credentials = oneOf('omit', 'same-origin', 'include')

// Not isRecord: an instance of a class is one too, and its methods lie in its prototype.
const isCache = (value: unknown): boolean =>
  typeof value === 'object'
  && value !== null
  && cacheMethods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function')

const isAddress = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'href' in value && typeof value.href === 'string'

const isCacheStore = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'string' && value !== '') || isAddress(value) || isCache(value)

const cacheExpectation: Expectation = {
  words: 'false, true, a place, an object with match, put, delete and keys, or { store, strict, onError }',
  accepts: (value) =>
    isCacheStore(value)
    || (isRecord(value)
      && isCacheStore(value.store)
      && Object.keys(value).every((name) => ['store', 'strict', 'onError'].includes(name))
      && ['boolean', 'undefined'].includes(typeof value.strict)
      && ['function', 'undefined'].includes(typeof value.onError)),
}

const isHeaders = (value: unknown): boolean =>
  value === undefined || (isRecord(value) && Object.values(value).every((header) => typeof header === 'string'))

const fetchExpectation: Expectation = {
  words: 'false, a function like fetch, or { headers, credentials }',
  accepts: (value) =>
    value === false
    || typeof value === 'function'
    || (isRecord(value)
      && Object.keys(value).every((name) => name === 'headers' || name === 'credentials')
      && isHeaders(value.headers)
      && (value.credentials === undefined || credentials.accepts(value.credentials))),
}

const integrityExpectation: Expectation = {
  words: "'sha256-' and a digest in base64 or hexadecimal digits, or an object with one for each file",
  accepts: (value) =>
    parseIntegrity(value) !== undefined
    || (isRecord(value) && Object.values(value).every((digest) => parseIntegrity(digest) !== undefined)),
}

/** Their rows in `createOptionTable`. */
export const modelOptionTable = {
  dtype: {
    type: modelDtypes.map((dtype) => `'${dtype}'`).join(' | '),
    default: createDefaults.dtype,
    description:
      'Which file of the model: the numbers as trained, halved, or in eight bits. The same on every runtime.',
    expectation: oneOf(...modelDtypes),
  },
  integrity: {
    type: 'string | Record<string, string>',
    default: undefined,
    defaultText: 'none',
    description: "SHA-256 that manifest.json must have, as `'sha256-...'`; an object names files by their path.",
    expectation: integrityExpectation,
  },
  fetch: {
    type: 'false | { headers?, credentials? } | typeof fetch',
    default: undefined,
    defaultText: '`fetch` of the platform',
    description: 'How files of a model are downloaded; false: not at all, what the cache has is still used.',
    expectation: fetchExpectation,
  },
  cache: {
    type: 'boolean | string | URL | ModelCache | { store, strict?, onError? }',
    default: undefined,
    defaultText: 'none in Node',
    description:
      'Where downloaded files of a model are kept: in Node a folder. '
      + 'With `strict` a cache that fails is an error.',
    expectation: cacheExpectation,
  },
  maxModelBytes: {
    type: 'number',
    default: createDefaults.maxModelBytes,
    description: 'Bytes that a file of a model may have.',
    expectation: integer(1),
  },
} as const

export function resolveModelOptions(options: ModelOptions, timeout: number): Omit<LoadModelOptions, 'signal'> {
  return {
    dtype: options.dtype ?? createDefaults.dtype,
    integrity: typeof options.integrity === 'object' ? { ...options.integrity } : options.integrity,
    fetch: options.fetch,
    cache: options.cache,
    maxModelBytes: options.maxModelBytes ?? createDefaults.maxModelBytes,
    timeout,
  }
}
