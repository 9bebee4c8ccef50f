// The two lists of labels of a call and the labels of the model in; the labels that may be returned out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'

// Enough to see what kind of labels a model has, and no page of a thousand.
const mostListed = 50

/**
 * Undefined where neither list is given: then nothing has to be looked up.
 * Errors: 'option-invalid' where both are given, 'label-unknown'.
 */
export function readAllowedLabels(
  allowlist: readonly string[] | undefined,
  denylist: readonly string[] | undefined,
  labels: readonly string[],
): ReadonlySet<string> | undefined {
  if (allowlist === undefined && denylist === undefined) return undefined
  if (allowlist !== undefined && denylist !== undefined) {
    const sentence = 'Options "labelAllowlist" and "labelDenylist" exclude each other; received both. Pass one of them.'
    throw new ClassifierError('option-invalid', sentence)
  }
  const known = new Set(labels)
  if (allowlist !== undefined) return onlyKnown('labelAllowlist', allowlist, known)
  const denied = onlyKnown('labelDenylist', denylist ?? [], known)
  return new Set(labels.filter((label) => !denied.has(label)))
}

function onlyKnown(option: string, given: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const unknown = given.find((label) => !known.has(label))
  if (unknown === undefined) return new Set(given)
  const listed = [...known].slice(0, mostListed).map((label) => JSON.stringify(label)).join(', ')
  const more = known.size > mostListed ? ` and ${known.size - mostListed} more (see classifier.labels)` : ''
  const sentence = `Option "${option}" names ${describeValue(unknown)}, which is no label of this model.`
  throw new ClassifierError('label-unknown', `${sentence} Its labels: ${listed}${more}.`)
}
