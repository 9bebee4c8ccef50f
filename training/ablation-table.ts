// Records of trainings in; what each ablation changed, compared picture by picture over the same seeds, as a table out.
import { ablations } from './ablations'
import type { TrainingRecord } from './history'
import { unpackLosses } from './picture-losses'
import { shareShown } from './distillation/distillation-recipe'
import { isFinished } from './run-record'
import { meanAndDeviation } from './seed-record'

interface Comparison {
  readonly ablation: string
  readonly epochs: number
  readonly seeds: readonly number[]
  readonly accuracy: number
  readonly baselineAccuracy: number
  /** Mean over pictures and seeds, nats; below zero where the ablation is better. */
  readonly loss: number
  /** Standard error over the pictures. */
  readonly error: number
}

/** Empty where no ablation was run beside the recipe itself, as long and with a seed in common. */
export function ablationTable(records: readonly TrainingRecord[]): string {
  const compared = Object.keys(ablations)
    .flatMap((name) => compareAblation(name, records))
    .sort((one, other) => one.loss - other.loss)
  if (compared.length === 0) return ''
  return [
    '| change | epochs | seeds | validation accuracy, with the change and without | change of the loss, nats |',
    '|---|---|---|---|---|',
    ...compared.map(row),
  ].join('\n')
}

const isWhole = (record: TrainingRecord) => isFinished(record) && record.validationLosses !== undefined

function compareAblation(ablation: string, records: readonly TrainingRecord[]): Comparison[] {
  const changed = records.filter((record) => isWhole(record) && record.recipe.id.endsWith(`-${ablation}`))
  return [...new Set(changed.map(({ recipe }) => wholeEpochs(recipe)))].flatMap((epochs) => {
    const pairs = changed.flatMap((record) => {
      const { id, seed } = record.recipe
      const baselineId = id.slice(0, -ablation.length - 1)
      const isBaseline = ({ recipe }: TrainingRecord) =>
        recipe.id === baselineId && wholeEpochs(recipe) === epochs && recipe.seed === seed
      const baseline = records.find((other) => isWhole(other) && isBaseline(other))
      return wholeEpochs(record.recipe) === epochs && baseline !== undefined ? [{ record, baseline }] : []
    })
    return pairs.length === 0 ? [] : [comparePairs(ablation, epochs, pairs)]
  })
}

/** As many pictures as the run has seen, in epochs of all pictures. */
const wholeEpochs = ({ epochs, distillation }: TrainingRecord['recipe']) =>
  Math.round(epochs * shareShown(distillation?.focus))

interface Pair {
  readonly record: TrainingRecord
  readonly baseline: TrainingRecord
}

function comparePairs(ablation: string, epochs: number, pairs: readonly Pair[]): Comparison {
  const accuracyOf = ({ validationAccuracy = Number.NaN }: TrainingRecord) => validationAccuracy
  const differences = pairs.map(({ record, baseline }) => {
    const without = unpackLosses(baseline.validationLosses ?? '')
    return unpackLosses(record.validationLosses ?? '').map((loss, picture) => loss - without[picture])
  })
  const [first] = differences
  const ofPictures = Array.from(first, (_, picture) => mean(differences.map((difference) => difference[picture])))
  const { mean: loss, deviation } = meanAndDeviation(ofPictures)
  return {
    ...{ ablation, epochs, seeds: pairs.map(({ record }) => record.recipe.seed) },
    accuracy: mean(pairs.map(({ record }) => accuracyOf(record))),
    baselineAccuracy: mean(pairs.map(({ baseline }) => accuracyOf(baseline))),
    ...{ loss, error: deviation / Math.sqrt(ofPictures.length) },
  }
}

const mean = (values: readonly number[]) => meanAndDeviation(values).mean

function row({ ablation, epochs, seeds, accuracy, baselineAccuracy, loss, error }: Comparison): string {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  const signed = `${loss < 0 ? '' : '+'}${loss.toFixed(4)}`
  const accuracies = `${percent(accuracy)}, ${percent(baselineAccuracy)}`
  return `| ${ablation} | ${epochs} | ${seeds.join(', ')} | ${accuracies} | ${signed} ± ${error.toFixed(4)} |`
}
