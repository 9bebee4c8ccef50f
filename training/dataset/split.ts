// Labels and near-duplicate groups come in, two lists of pictures for training and validation come out.
import { DatasetError } from './dataset-error'
import { CLASS_COUNT } from './picture-size'
import { createRandomSource } from './random-source'
import { shuffle } from './shuffle'

/** Pictures of each class that go to validation. */
export const VALIDATION_PER_CLASS = 500

export interface Split {
  /** Indices into the training pictures, ascending: [55000]. */
  train: Int32Array
  /** Indices into the training pictures, ascending: [5000]. */
  validation: Int32Array
}

/**
 * Sets `perClass` pictures of each class aside for validation, near-duplicate groups whole on one side. Groups are
 * visited in an order shuffled by `seed`; each goes to validation while the quotas of its classes have room for it.
 * @param labels uint8 [N]
 * @param groups int32 [N]: for each picture the smallest index in its group, as nearDuplicates gives it
 * @throws DatasetError dataset-split where the quotas cannot be met
 */
export function splitTrainingSet(
  labels: Uint8Array, groups: Int32Array, seed: number, perClass = VALIDATION_PER_CLASS,
): Split {
  const members = membersOf(groups)
  const room = new Int32Array(CLASS_COUNT).fill(perClass)
  const inValidation = new Uint8Array(labels.length)
  for (const group of shuffle(Int32Array.from(members.keys()), createRandomSource(seed))) {
    const needed = new Int32Array(CLASS_COUNT)
    const pictures = members.get(group) ?? []
    for (const picture of pictures) needed[labels[picture]]++
    if (needed.some((count, label) => count > room[label])) continue
    needed.forEach((count, label) => { room[label] -= count })
    for (const picture of pictures) inValidation[picture] = 1
  }
  const short = room.findIndex((count) => count > 0)
  if (short !== -1) throw unfillable(short, perClass, room[short])
  const everyone = Int32Array.from(labels.keys())
  return {
    train: everyone.filter((picture) => inValidation[picture] === 0),
    validation: everyone.filter((picture) => inValidation[picture] === 1),
  }
}

/** The pictures of each group, under their smallest index. */
export function membersOf(groups: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>()
  groups.forEach((group, picture) => {
    const known = members.get(group)
    if (known === undefined) members.set(group, [picture])
    else known.push(picture)
  })
  return members
}

const unfillable = (label: number, perClass: number, missing: number) => new DatasetError('dataset-split', {
  problem: 'The pictures cannot be split', expected: `${perClass} validation pictures of class ${label}`,
  received: `${perClass - missing}`, action: 'Choose another seed, or give more pictures or smaller groups',
})

/** All pictures for training, none for validation. */
export const everyPicture = ({ labels }: { readonly labels: Uint8Array }): Split =>
  ({ train: Int32Array.from(labels.keys()), validation: new Int32Array(0) })
