// The shape of models/seeds.json: the same recipe trained from several seeds, and what they share.
import type { LoggedFigures, ModelReport } from './report'

export interface SeedFigures {
  readonly seed: number
  readonly sha256: string
  readonly validation: Pick<LoggedFigures, 'accuracy' | 'negativeLogLikelihood'>
  readonly test?: Pick<LoggedFigures, 'accuracy'>
}

export interface SeedRecord {
  readonly model: string
  readonly recipe: string
  readonly epochs: number
  /** By seed. */
  readonly seeds: readonly SeedFigures[]
}

/** One record a recipe, in the order of their names. */
export function collectSeeds(reports: readonly ModelReport[]): SeedRecord[] {
  const recipes = [...new Set(reports.map(({ recipe }) => recipe))].sort()
  return recipes.map((recipe) => {
    const own = reports.filter((report) => report.recipe === recipe)
    const [{ model, trainedOn }] = own
    return { model, recipe, epochs: trainedOn.epochs, seeds: own.map(figuresOf).sort((one, other) => one.seed - other.seed) }
  })
}

const figuresOf = ({ sha256, trainedOn, validation, test }: ModelReport): SeedFigures => ({
  seed: trainedOn.seed,
  sha256,
  validation: { accuracy: validation.accuracy, negativeLogLikelihood: validation.negativeLogLikelihood },
  ...(test && { test: { accuracy: test.accuracy } }),
})

/** The seed to ship: the one that is surest of what is true on the validation pictures, never the best on the test's. */
export const chooseSeed = ({ seeds }: Pick<SeedRecord, 'seeds'>): SeedFigures =>
  seeds.reduce((best, seed) => (seed.validation.negativeLogLikelihood < best.validation.negativeLogLikelihood ? seed : best))

/** Mean and standard deviation (of a sample) of some values. */
export function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}
