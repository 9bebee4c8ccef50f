// npm run runs: histories of models and of checkpoints in; those of finished runs as training/runs/*.json out.
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { cacheFolder } from './cache-folder'
import { readCheckpoint } from './checkpoint'
import type { TrainingRecord } from './history'
import { isFinished, runFolder, runName, writeRun } from './run-record'

const program = new Command('runs')
  .description('Keeps the settings and histories of finished trainings, of which only models and checkpoints are left.')
  .option('--models <folder>', 'where trained models lie', 'models')
  .option('--checkpoints <folder>', 'where trainings keep their checkpoints', cacheFolder('runs'))
  .option('--output <folder>', 'where the records go', runFolder)

/** A checkpoint does not say what it was computed on. */
const unknown = { backend: 'not recorded', backendReason: 'collected from a checkpoint' }

async function collect(models: string, checkpoints: string): Promise<TrainingRecord[]> {
  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])
  const histories = filesIn(models)
    .map((name) => join(models, name, 'layers-model', 'history.json'))
    .filter(existsSync)
  const saved = filesIn(checkpoints).filter((file) => file.endsWith('.checkpoint'))
  const ofModels = histories.map(async (path) => JSON.parse(await readFile(path, 'utf8')) as TrainingRecord)
  const ofCheckpoints = saved.map(async (file) => {
    const { recipe, history } = (await readCheckpoint(join(checkpoints, file))).header
    return { recipe: JSON.parse(recipe) as TrainingRecord['recipe'], ...unknown, history }
  })
  return Promise.all([...ofModels, ...ofCheckpoints])
}

const { models, checkpoints, output } = program.parse().opts<{ models: string; checkpoints: string; output: string }>()
const written = new Set<string>()
for (const record of await collect(models, checkpoints)) {
  const name = runName(record.recipe)
  if (written.has(name)) continue // a model says more of its run than the checkpoint does
  if (isFinished(record)) {
    console.log(`Wrote ${await writeRun(output, record)}`)
    written.add(name)
  } else console.log(`Left out ${name}: it ended after ${record.history.length} of ${record.recipe.epochs} epochs`)
}
