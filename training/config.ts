// Every number of a training run, each with its reason: a recipe's name in, the recipe out.
import type { Distortions } from './augmentation/distortions'
import type { Augmentation } from './dataset/augment'
import type { DistillationRecipe, Focus } from './distillation/distillation-recipe'
import type { TriangularSchedule } from './learning-rate'
import type { NetworkName } from './network'

export interface Recipe {
  /** Name under which runs and models record it; a changed number is a new id. */
  readonly id: string
  readonly network: NetworkName
  /** What the first convolution begins as: 'whitened' is in whiten-stem.ts; absent: noise. */
  readonly stem?: 'whitened'
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: TriangularSchedule
  readonly momentum: number
  readonly weightDecay: number
  /** Share of the target that is spread over all classes, 0..1. */
  readonly labelSmoothing: number
  readonly averageDecay: number
  /** Steps between two updates of the average. */
  readonly averageEvery: number
  readonly augmentation: Augmentation
  readonly seed: number
  /** Absent: the network learns from the labels alone. */
  readonly distillation?: DistillationRecipe
  /** Present where the command line made another recipe of one of this file: see vary-recipe.ts. */
  readonly variant?: { readonly of: string; readonly fraction: number; readonly regularisation: boolean }
}

/** Mean and standard deviation of all 47 million training pixels, scaled to 0..1. */
export const normalization = { mean: 0.2860406, std: 0.3530242 } as const

const shared = {
  // Below 64 the cost of each operation's call shows; above 128 one epoch has too few steps for the short schedules.
  batchSize: 128,
  // Nesterov with 0.9 is the standard of every published recipe above 95 %.
  momentum: 0.9,
  // Peak 0.2 at batch 128 is the highest that stays stable with batch normalisation; a short warm-up, then a long fall.
  learningRate: { peak: 0.2, warmup: 0.15 },
  // Off: it makes confidences worse, and these recipes gain no accuracy from it that the validation split can show.
  labelSmoothing: 0,
  // An average over about 1 / (1 - decay) updates of every second step: some two epochs.
  averageDecay: 0.998,
  averageEvery: 2,
  seed: 1,
} as const

/** The views that every student sees, so that the teachers are asked once for all of them. */
const studentViews = {
  seed: 1,
  // As many as the longest run repeats each of them six times; 35 MB of logits. In pairs of mirror images.
  count: 32,
  // Weaker than what the teachers were trained with: they are sure of what they say of it.
  augmentation: { flipProbability: 0.5, shift: 2, cutoutSize: 8, cutoutProbability: 0.5 },
  // Between two garments the teachers show how classes shade into each other.
  mixupShare: 1 / 3,
} as const

/** 96 % of the teachers' entropy lies in the hardest two fifths of the views; an epoch takes 0.6 of the time. */
export const focus: Focus = { hardest: 0.4, every: 3 }

const student = {
  ...shared,
  // Long: a student that sees the teachers' own views does not overfit (Beyer et al. 2022, "patient and consistent").
  // As long as one sitting of less than three hours holds on one thread; base on two.
  // The average is over some hundredth of the run, by a decay for each recipe: as the learning rate falls to nothing, an
  // average over a tenth lags behind (fashion-base-1, seed 1: validation loss 0.1396, of the last step 0.1360).
  averageEvery: 8,
  // Less than without teachers, whose answers regularise too.
  weightDecay: 2e-3,
  augmentation: studentViews.augmentation,
  distillation: {
    teacher: 'base',
    views: studentViews,
    // Of 2 to 4; the softer, the more is said of the classes that are not answered.
    temperature: 3,
    weight: 0.9,
  },
} as const

const focusedStudent = { ...student, distillation: { ...student.distillation, focus } } as const

/** Of the same teachers. */
const students = {
  'fashion-nano-2': {
    ...student,
    id: 'fashion-nano-2',
    network: 'nano-residual',
    epochs: 180,
    averageDecay: 0.99,
  },
  'fashion-small-2': {
    ...student,
    id: 'fashion-small-2',
    network: 'small',
    epochs: 86,
    averageDecay: 0.985,
  },
  // Each view eight times, in the time of 154 whole epochs.
  'fashion-small-3': {
    ...focusedStudent,
    id: 'fashion-small-3',
    network: 'small',
    epochs: 256,
    averageDecay: 0.985,
  },
  // Each view three times, in the time of 58 whole epochs.
  'fashion-base-2': {
    ...focusedStudent,
    id: 'fashion-base-2',
    network: 'base',
    epochs: 96,
    averageDecay: 0.97,
  },
} as const satisfies Record<string, Recipe>

const plainRecipes = {
  'fashion-nano': {
    ...shared,
    id: 'fashion-nano-1',
    network: 'nano',
    // A small network underfits: more epochs help it more than any augmentation.
    epochs: 60,
    // Decoupled: 2e-3 shrinks a kernel as fast as 2e-4 in the gradient does with momentum 0.9. Small, as it underfits.
    weightDecay: 2e-3,
    augmentation: { flipProbability: 0.5, shift: 2, cutoutSize: 8, cutoutProbability: 0 },
  },
  'fashion-small': {
    ...shared,
    id: 'fashion-small-1',
    network: 'small',
    epochs: 40,
    // As fast as the usual 5e-4 in the gradient with momentum 0.9.
    weightDecay: 5e-3,
    // Garments touch the frame, so larger shifts cut them off; the square is what short schedules can still learn from.
    augmentation: { flipProbability: 0.5, shift: 2, cutoutSize: 8, cutoutProbability: 0.5 },
  },
  'fashion-base': {
    ...shared,
    id: 'fashion-base-1',
    network: 'base',
    // As many as one sitting of less than three hours holds on one thread.
    epochs: 40,
    weightDecay: 5e-3,
    // An average over some 2,000 steps: about a tenth of the run, as a large network moves less at the end.
    averageDecay: 0.999,
    // The largest network overfits first: wider shifts and a larger square than small has.
    augmentation: { flipProbability: 0.5, shift: 3, cutoutSize: 12, cutoutProbability: 0.5 },
  },
  ...students,
} as const satisfies Record<string, Recipe>

// Shear, brightness, saturation, inversion, impulse noise and motion are left out on purpose: they tell what a model does
// with what is new.
const distortions = {
  // Whole pictures as they are, so that accuracy on them is kept.
  untouched: { probability: 0.4 },
  // As far as few photons go; deviations are uniform up to it.
  noise: { probability: 0.3, deviation: 0.3 },
  // At 28 pixels more than this leaves nothing of a collar.
  blur: { probability: 0.2, deviation: 1.2 },
  // A fog of a tenth is what the hardest corruption leaves; close to it, never below.
  contrast: { probability: 0.35, least: 0.1 },
  // A garment on a hanger, a phone held aslant.
  rotation: { probability: 0.35, degrees: 30 },
  // Seen from farther away, or cropped a little.
  scale: { probability: 0.35, least: 0.6, most: 1.1 },
  // A hand, a bag, a label before the garment.
  erasing: { probability: 0.35, area: 0.3 },
  // What a photo's background leaves after its removal.
  background: { probability: 0.3, grey: 0.5 },
} as const satisfies Distortions

export const recipes = {
  ...plainRecipes,
  // The teachers are asked of the picture before it is spoilt, so that they stay as right as they are.
  'fashion-nano-robust': {
    ...focusedStudent,
    id: 'fashion-nano-robust-1',
    network: 'nano-residual',
    epochs: 128,
    averageDecay: 0.98,
    augmentation: { ...focusedStudent.augmentation, distortions },
  },
  'fashion-small-robust': {
    ...focusedStudent,
    id: 'fashion-small-robust-1',
    network: 'small',
    epochs: 96,
    averageDecay: 0.97,
    augmentation: { ...focusedStudent.augmentation, distortions },
  },
} as const satisfies Record<string, Recipe>

export type RecipeName = keyof typeof recipes
