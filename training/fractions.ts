// npm run fractions: the records in training/runs in; tables of accuracy against the number of labelled pictures out.
import { Command } from 'commander'
import { fractionTables } from './fraction-table'
import { readRuns, runFolder } from './run-record'

const program = new Command('fractions')
  .description('Prints what runs of `npm run train -- --fraction` reached on the validation pictures.')
  .option('--runs <folder>', 'where the records of runs lie', runFolder)

const { runs } = program.parse().opts<{ runs: string }>()
const tables = fractionTables(await readRuns(runs))
console.log(tables === '' ? `No run in ${runs} had a share of the pictures: npm run train -- --fraction 0.1` : tables)
