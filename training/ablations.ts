// What a recipe is with one trick less, one more, or one exchanged: to see what each gives. A name in, the changes out.
import { focus, type Recipe } from './config'

type Change = (recipe: Recipe) => Partial<Recipe> | undefined

export const ablations = {
  'without-flip': ({ augmentation }) => ({ augmentation: { ...augmentation, flipProbability: 0 } }),
  'without-shift': ({ augmentation }) => ({ augmentation: { ...augmentation, shift: 0 } }),
  'with-cutout': ({ augmentation }) => ({ augmentation: { ...augmentation, cutoutProbability: 0.5 } }),
  'with-label-smoothing': () => ({ labelSmoothing: 0.1 }),
  'without-weight-decay': () => ({ weightDecay: 0 }),
  'without-average': () => ({ averageDecay: 0 }),
  'with-low-learning-rate': ({ learningRate }) => ({ learningRate: { ...learningRate, peak: 0.05 } }),
  'two-residual-stages': () => ({ network: 'nano-residual' }),
  'mean-and-largest-head': () => ({ network: 'nano-residual-wide-head' }),
  'learned-head': () => ({ network: 'nano-residual-learned-head' }),
  'training-branches': () => ({ network: 'nano-residual-branches' }),
  'focused': ({ distillation }) => distillation && { distillation: { ...distillation, focus } },
  'whitened-stem': () => ({ stem: 'whitened' }),
} as const satisfies Record<string, Change>

export type AblationName = keyof typeof ablations

/** Another recipe: its id says which. */
export function ablate(recipe: Recipe, name: AblationName | undefined): Recipe {
  if (name === undefined) return recipe
  return { ...recipe, ...ablations[name](recipe), id: `${recipe.id}-${name}` }
}
