// npm run fractions: the records in training/runs in; tables of accuracy against the number of labelled pictures out.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { fractionTables } from './fraction-table'
import type { TrainingRecord } from './history'

const program = new Command('fractions')
  .description('Prints what runs of `npm run train -- --fraction` reached on the validation pictures.')
  .option('--runs <folder>', 'where the records of runs lie', join('training', 'runs'))

const { runs } = program.parse().opts<{ runs: string }>()
const files = (await readdir(runs)).filter((name) => name.endsWith('.json')).sort()
const records = files.map(async (name) => JSON.parse(await readFile(join(runs, name), 'utf8')) as TrainingRecord)
const tables = fractionTables(await Promise.all(records))
console.log(tables === '' ? `No run in ${runs} had a share of the pictures: npm run train -- --fraction 0.1` : tables)
