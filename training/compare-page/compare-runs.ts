// Records of runs in; what they came to, best first, and what each changed setting did, out.
import type { Recipe } from '../config'
import { historyCurve, type CurveKind } from '../history-curves'
import type { CurvePoint } from '../pages/draw-curves'
import type { RunRecord } from '../run-record'

type Setting = string | number | boolean

export interface ComparedRun {
  readonly name: string
  readonly seed: number
  readonly epochs: number
  /** Of the averaged weights at the last epoch, on the validation pictures; null where it was not measured. */
  readonly validationLoss: number | null
  readonly validationAccuracy: number | null
  readonly backend: string
  /** Its settings, with dots for those within others. */
  readonly settings: Readonly<Record<string, Setting>>
  readonly curves: Readonly<Record<CurveKind, readonly CurvePoint[]>>
}

/** Runs that differ in one setting and nothing else, means over their seeds; the better loss comes first. */
export interface SettingEffect {
  readonly setting: string
  readonly values: readonly [Setting | null, Setting | null]
  /** How many runs each mean is of. */
  readonly runs: readonly [number, number]
  readonly validationLoss: readonly [number, number]
  readonly validationAccuracy: readonly [number, number]
}

export interface Comparison {
  /** Lowest validation loss first; those without one last. */
  readonly runs: readonly ComparedRun[]
  /** Settings that are not the same in all runs. */
  readonly changed: readonly string[]
  readonly effects: readonly SettingEffect[]
}

/** What names a run, or tells seeds apart, is no setting. */
const names = ['id', 'seed']

export function compareRuns(records: readonly RunRecord[]): Comparison {
  const runs = records.map(describeRun).sort(byValidationLoss)
  const all = [...new Set(runs.flatMap(({ settings }) => Object.keys(settings)))]
  const changed = all.filter((key) => new Set(runs.map(({ settings }) => settings[key])).size > 1)
  return { runs, changed, effects: findEffects(runs, all) }
}

function describeRun({ name, recipe, backend, history }: RunRecord): ComparedRun {
  const last = history.at(-1)
  return {
    name,
    seed: recipe.seed,
    epochs: history.length,
    validationLoss: last?.validationLoss ?? null,
    validationAccuracy: last?.validationAccuracy ?? null,
    backend,
    settings: flatten(recipe),
    curves: {
      loss: historyCurve(history, 'loss'),
      validationLoss: historyCurve(history, 'validationLoss'),
      validationAccuracy: historyCurve(history, 'validationAccuracy'),
      learningRate: historyCurve(history, 'learningRate'),
    },
  }
}

function flatten(recipe: Recipe): Record<string, Setting> {
  const entriesOf = (value: object, prefix: string): [string, Setting][] =>
    Object.entries(value).flatMap(([key, inner]: [string, Setting | object]) =>
      typeof inner === 'object' ? entriesOf(inner, `${prefix}${key}.`) : [[prefix + key, inner] as [string, Setting]],
    )
  return Object.fromEntries(entriesOf(recipe, '').filter(([key]) => !names.includes(key)))
}

const byValidationLoss = (one: ComparedRun, other: ComparedRun): number =>
  (one.validationLoss ?? Infinity) - (other.validationLoss ?? Infinity) || one.name.localeCompare(other.name)

/** Runs with the same settings are seeds of one another. */
function findEffects(runs: readonly ComparedRun[], keys: readonly string[]): SettingEffect[] {
  const measured = runs.filter(({ validationLoss }) => validationLoss !== null)
  const groups = new Map<string, ComparedRun[]>()
  for (const run of measured) {
    const key = JSON.stringify(keys.map((setting) => run.settings[setting] ?? null))
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  const lists = [...groups.values()].sort(
    (one, other) => meanOf(one, 'validationLoss') - meanOf(other, 'validationLoss'),
  )
  return lists.flatMap((one, index) =>
    lists.slice(index + 1).flatMap((other) => {
      const different = keys.filter((key) => one[0].settings[key] !== other[0].settings[key])
      return different.length === 1 ? [describeEffect(different[0], one, other)] : []
    }),
  )
}

const meanOf = (runs: readonly ComparedRun[], key: 'validationLoss' | 'validationAccuracy'): number =>
  runs.reduce((sum, run) => sum + (run[key] ?? 0), 0) / runs.length

function describeEffect(setting: string, one: readonly ComparedRun[], other: readonly ComparedRun[]): SettingEffect {
  return {
    setting,
    values: [one[0].settings[setting] ?? null, other[0].settings[setting] ?? null],
    runs: [one.length, other.length],
    validationLoss: [meanOf(one, 'validationLoss'), meanOf(other, 'validationLoss')],
    validationAccuracy: [meanOf(one, 'validationAccuracy'), meanOf(other, 'validationAccuracy')],
  }
}
