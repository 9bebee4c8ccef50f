// What an answer says beyond its labels in; the words for its parent class and for "not sure" out.
import type { DetailedPrediction } from '@stylelens/web'
import { percentage } from './format'

export interface Certainty {
  /** The class above the label, such as Shoe; null where the model has none. */
  readonly parent: string | null
  readonly notSure: boolean
}

/** Models without a hierarchy and without a way to abstain leave both fields null. */
export function readCertainty(answer: Pick<DetailedPrediction, 'parent' | 'unknown'>): Certainty {
  return { parent: describeParent(answer.parent), notSure: isUnknown(answer.unknown) }
}

function describeParent(parent: unknown): string | null {
  if (typeof parent === 'string') return parent
  if (typeof parent !== 'object' || parent === null || !('label' in parent)) return null
  const score = 'score' in parent && typeof parent.score === 'number' ? `, ${percentage(parent.score)}` : ''
  return `${String(parent.label)}${score}`
}

function isUnknown(unknown: unknown): boolean {
  return unknown !== null && unknown !== undefined && unknown !== false
}
