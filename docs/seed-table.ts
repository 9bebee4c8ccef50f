// models/seeds.json and models/ensemble.json in, the table of seeds in training/README.md out.
import { existsSync, readFileSync } from 'node:fs'
import type { EnsembleReport } from '../training/ensemble-report'
import { chooseSeed, meanAndDeviation, type SeedRecord } from '../training/seed-record'
import { accuracy, notMeasured, percent } from './accuracy'
import { markdownTable } from './markdown-table'
import { models } from './model-facts'

const columns = ['trained', 'epochs', 'seeds', 'validation', 'test', 'lowest validation NLL']

function readModelsFile<Content>(name: string): Content | undefined {
  const path = `${models}${name}`
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : undefined
}

/** Mean and deviation where there are several. */
function together(values: readonly number[]): string {
  const { mean, deviation } = meanAndDeviation(values)
  return values.length === 1 ? percent(mean) : `${percent(mean)} ± ${(100 * deviation).toFixed(2)}`
}

function seedRow(record: SeedRecord): string[] {
  const { recipe, epochs, seeds } = record
  const tests = seeds.flatMap(({ test }) => (test === undefined ? [] : [test.accuracy]))
  return [
    recipe,
    String(epochs),
    seeds.map(({ seed }) => seed).join(', '),
    together(seeds.map(({ validation }) => validation.accuracy)),
    tests.length === 0 ? notMeasured : together(tests),
    `seed ${chooseSeed(record).seed}`,
  ]
}

const ensembleRow = ({ members, validation, test }: EnsembleReport): string[] => [
  `mean of ${members.length} models, each flip-averaged`,
  '',
  members.map(({ recipe, seed }) => `${recipe} ${seed}`).join(', '),
  accuracy(validation),
  accuracy(test),
  '',
]

export function seedTable(): string {
  const records = readModelsFile<SeedRecord[]>('seeds.json') ?? []
  const ensemble = readModelsFile<EnsembleReport>('ensemble.json')
  return markdownTable(columns, [...records.map(seedRow), ...(ensemble === undefined ? [] : [ensembleRow(ensemble)])])
}
