// Nothing in; out come the five parents that the ten classes fall into: what a mistake that matters less stays inside.
import { labels } from './labels'

type Label = (typeof labels)[number]

/** A parent is what a shop would file a garment under; only tops and shoes have several classes. */
const parentTable: Readonly<Record<Label, Parent>> = {
  'T-shirt/top': 'top',
  Pullover: 'top',
  Coat: 'top',
  Shirt: 'top',
  Dress: 'dress',
  Trouser: 'trouser',
  Sandal: 'shoe',
  Sneaker: 'shoe',
  'Ankle boot': 'shoe',
  Bag: 'bag',
}

export const parents = ['top', 'dress', 'trouser', 'shoe', 'bag'] as const

export type Parent = (typeof parents)[number]

/** For each class the place of its parent in `parents`. */
export const parentOfClass: readonly number[] = labels.map((label) => parents.indexOf(parentTable[label]))
