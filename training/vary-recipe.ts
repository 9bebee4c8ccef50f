// A recipe and what a command line changes of it in; the recipe that is trained, under a name of its own, out.
import type { Recipe } from './config'

export interface RecipeVariation {
  /** Share of the training pictures of each class, above 0 and at most 1. */
  readonly fraction?: number
  /** False: neither augmentation, nor weight decay, nor label smoothing. The averaging of weights stays. */
  readonly regularisation?: boolean
}

/** Without changes the very recipe, field by field: checkpoints are matched by it. Throws for what a student cannot do. */
export function varyRecipe(recipe: Recipe, { fraction = 1, regularisation = true }: RecipeVariation): Recipe {
  if (fraction === 1 && regularisation) return recipe
  if (recipe.distillation !== undefined) {
    throw new Error(`${recipe.id} learns from views that its teachers saw; it has no --fraction and --no-regularisation.`)
  }
  const suffix = `${fraction === 1 ? '' : `-fraction${fraction}`}${regularisation ? '' : '-unregularised'}`
  const variant = { of: recipe.id, fraction, regularisation }
  const named = { ...recipe, id: `${recipe.id}${suffix}`, variant }
  return regularisation ? named : { ...named, ...unregularised }
}

const unregularised = {
  weightDecay: 0,
  labelSmoothing: 0,
  augmentation: { flipProbability: 0, shift: 0, cutoutSize: 0, cutoutProbability: 0 },
} as const satisfies Partial<Recipe>
