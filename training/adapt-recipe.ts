// A recipe and what the command line changes of it in; the recipe that is trained, under an id that says so, out.
import type { Recipe } from './config'
import type { NetworkName } from './network'

export interface RecipeChanges {
  readonly epochs?: number
  readonly seed?: number
  readonly network?: NetworkName
  /** Train on the validation pictures too. */
  readonly all?: boolean
}

/** Epochs and seed are told apart by the names of the files; another network or other pictures make another recipe. */
export function adaptRecipe(recipe: Recipe, { epochs, seed, network, all = false }: RecipeChanges): Recipe {
  const id = [recipe.id, ...(network === undefined ? [] : [network]), ...(all ? ['all'] : [])].join('-')
  return {
    ...recipe,
    id,
    epochs: epochs ?? recipe.epochs,
    seed: seed ?? recipe.seed,
    ...(network !== undefined && { network }),
  }
}
