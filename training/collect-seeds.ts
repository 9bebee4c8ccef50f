// npm run seeds: folders of models that were trained from several seeds in; models/seeds.json and their weights out.
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { halveWeights } from './halve-weights'
import { readReport } from './report'
import { runFolder, runName } from './run-record'
import { readTrainingRecord } from './history'
import { chooseSeed, collectSeeds } from './seed-record'

const seedsFile = join('models', 'seeds.json')

const program = new Command('seeds')
  .description(`Keeps the figures of models that differ in their seed, in ${seedsFile}, and their weights as float16.`)
  .argument('<folders...>', 'folders of models, one for each seed, as train --output and export --models write them')
  .option('--weights <folder>', 'where the weights go', join('training', 'weights'))

const { weights } = program.parse().opts<{ weights: string }>()
const models = program.args
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((folder) => existsSync(join(folder, 'report.json')))
const records = collectSeeds(await Promise.all(models.map(readReport)))
await writeFile(seedsFile, `${JSON.stringify(records, null, 1)}\n`)
for (const folder of models) {
  const source = join(folder, 'layers-model')
  const { recipe } = await readTrainingRecord(source)
  const target = join(weights, runName(recipe))
  await halveWeights(source, target)
  console.log(`Wrote ${target} (${basename(folder)}); its history is ${join(runFolder, `${runName(recipe)}.json`)}`)
}
for (const record of records) console.log(`${record.recipe}: the best of ${record.seeds.length} is seed ${chooseSeed(record).seed}`)
