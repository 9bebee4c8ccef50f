// manifest.json as parsed JSON in, a checked, completed and frozen manifest out; unknown keys are kept.
import { ClassifierError } from '../classifier-error'
import { copyPlain } from '../copy-plain'
import { describeValue } from '../describe-value'
import { isRecord } from '../is-record'
import type { ModelManifest } from '../manifest'
import { completeManifest } from './complete-manifest'
import { freezeDeep } from './freeze-deep'
import { manifestFields } from './manifest-fields'
import { manifestRules } from './manifest-rules'
import { valueAt } from './value-at'

const knownVersion = 1

/**
 * What the manifest may leave out is filled in; `sha256` is '' and `bytes` 0 where it does not state them.
 * Throws 'model-manifest' naming the key, what was received and what is expected.
 */
export function parseManifest(json: unknown): ModelManifest {
  if (!isRecord(json)) {
    throw manifestError(`The manifest of the model must be a JSON object; received ${describeValue(json)}.`)
  }
  checkVersion(json.manifestVersion)
  for (const { key, expectation, optional } of manifestFields) {
    const value = valueAt(json, key)
    if ((optional && value === undefined) || expectation.accepts(value)) continue
    throw wrongValue(key, expectation.words, value)
  }
  for (const { key, words, holds } of manifestRules) {
    if (!holds(json)) throw wrongValue(key, words, valueAt(json, key))
  }
  return freezeDeep(copyPlain(completeManifest(json)) as unknown as ModelManifest)
}

function checkVersion(version: unknown): void {
  if (version === knownVersion) return
  if (!Number.isInteger(version) || (version as number) < knownVersion) {
    throw wrongValue('manifestVersion', String(knownVersion), version)
  }
  throw manifestError(
    `The manifest of the model has version ${String(version)}, `
      + `and this package reads version ${knownVersion}. Update this package.`,
  )
}

function wrongValue(key: string, expected: string, value: unknown): ClassifierError {
  const received = value === undefined ? 'it is missing' : `received ${describeValue(value)}`
  return manifestError(
    `In the manifest of the model, "${key}" must be ${expected}; ${received}. ` + 'Export the model again.',
  )
}

function manifestError(sentence: string): ClassifierError {
  return new ClassifierError('model-manifest', sentence)
}
