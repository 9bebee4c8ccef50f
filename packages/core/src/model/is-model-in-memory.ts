// Any value in; whether it is a model that the caller holds in memory out.
import { isRecord } from '../is-record'
import type { ModelInMemory } from './model-files'

/** Anything with bytes is meant as one; what is wrong with it is told by `filesInMemory`. */
export function isModelInMemory(model: unknown): model is ModelInMemory {
  return isRecord(model) && 'bytes' in model
}
