// A training's settings and history to a small JSON file in training/runs/ and back.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recipe } from './config'
import type { TrainingRecord } from './history'

/** Where runs are kept, from the repository's root. */
export const runFolder = join('training', 'runs')

export interface RunRecord extends TrainingRecord {
  readonly name: string
}

/** What tells a run from others: a changed number of a recipe is a new id. */
export const runName = ({ id, epochs, seed }: Recipe): string => `${id}-${epochs}-seed${seed}`

/** False for one that was broken off. */
export const isFinished = ({ recipe, history }: TrainingRecord): boolean => history.length === recipe.epochs

/** One epoch a line. Returns the path. */
export async function writeRun(folder: string, record: TrainingRecord): Promise<string> {
  const { history, ...settings } = record
  const name = runName(record.recipe)
  const epochs = history.map((epoch) => `  ${JSON.stringify(epoch)}`).join(',\n')
  const head = JSON.stringify({ name, ...settings }, null, 1).replace(/\n\}$/, '')
  const path = join(folder, `${name}.json`)
  await mkdir(folder, { recursive: true })
  await writeFile(path, `${head},\n "history": [\n${epochs}\n ]\n}\n`)
  return path
}

/** Those of the folder in the order of their names, or the named ones: names, or paths of files. */
export async function readRuns(folder: string, names: readonly string[] = []): Promise<RunRecord[]> {
  const all = async () => (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const paths =
    names.length === 0
      ? (await all()).map((file) => join(folder, file))
      : names.map((name) => (name.endsWith('.json') ? name : join(folder, `${name}.json`)))
  return Promise.all(paths.map(async (path) => JSON.parse(await readFile(path, 'utf8')) as RunRecord))
}
