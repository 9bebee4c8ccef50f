// How a student learns from teachers: which views of a picture they have seen, and how much their word counts.
import type { Augmentation } from '../dataset/augment'

/** Views of every training picture that teacher and student see alike. A changed number makes other views. */
export interface ViewSet {
  readonly seed: number
  /** Different views a picture, in pairs of mirror images: even. */
  readonly count: number
  readonly augmentation: Augmentation
  /** Share of the views that are a mixture of two pictures, 0..1 (Zhang et al. 2018, "mixup"). */
  readonly mixupShare: number
}

/** How an epoch passes over views that the teachers find easy, to have more epochs in the same time. */
export interface Focus {
  /** Share of the pictures, 0..1, whose views are always shown: those of which the teachers are least sure. */
  readonly hardest: number
  /** Of the other views an epoch shows one in so many, others each time. */
  readonly every: number
}

/** Share of all pictures that an epoch shows; without a focus it shows all. */
export const shareShown = ({ hardest, every }: Focus = { hardest: 1, every: 1 }) => hardest + (1 - hardest) / every

export interface DistillationRecipe {
  /** Name of the teacher logits, written by `npm run teach`. */
  readonly teacher: string
  readonly views: ViewSet
  /** Absent: every epoch shows all pictures. */
  readonly focus?: Focus
  /** Both logits are divided by it before their softmax is compared (Hinton et al. 2015). */
  readonly temperature: number
  /** Share of the teacher in the loss, 0..1; the rest is the labels'. */
  readonly weight: number
}
