// The committed pictures (or, if asked for, newly drawn ones) and the models in; test/golden/expected.json out.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { ExpectedFile } from '../contract/read-fixtures'
import { drawPictures } from './draw-pictures'
import type { DrawnFile } from './draw-pictures'
import { expectPictures } from './expect-pictures'
import { expectedFile, modelForms, picturesFolder } from './golden-folder'

const HELP = `Renews test/golden/expected.json: what the models see of the golden pictures, and what they answer.
Needed after every change of a model or of the preprocessing. Look at what it says has changed.

Usage: npm run golden -- [options]

  --redraw   also draw the pictures anew; other versions of the encoders give other bytes
  --help     show this text
`

async function readPictures(): Promise<DrawnFile[]> {
  const names = existsSync(picturesFolder) ? (await readdir(picturesFolder)).sort() : []
  const read = async (name: string): Promise<DrawnFile> => [name, await readFile(new URL(name, picturesFolder))]
  return Promise.all(names.map(read))
}

async function redraw(): Promise<void> {
  const files = await drawPictures()
  await rm(picturesFolder, { recursive: true, force: true })
  await mkdir(picturesFolder, { recursive: true })
  for (const [name, bytes] of files) await writeFile(new URL(name, picturesFolder), bytes)
}

/** One line for each picture and each picture's scores, so that a difference shows what changed. */
function write({ labels, pictures, predictions }: ExpectedFile): string {
  const models = Object.entries(predictions).map(([sha256, { model, scores }]) =>
    `    ${JSON.stringify(sha256)}: { "model": ${JSON.stringify(model)}, "scores": {\n${lines(scores, 6)}\n    } }`)
  return `{\n  "labels": ${JSON.stringify(labels)},\n  "pictures": {\n${lines(pictures, 4)}\n  },\n`
    + `  "predictions": {\n${models.join(',\n')}\n  }\n}\n`
}

function lines(record: Readonly<Record<string, unknown>>, indent: number): string {
  return Object.entries(record)
    .map(([name, value]) => `${' '.repeat(indent)}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')
}

function report(before: ExpectedFile | undefined, { pictures, predictions }: ExpectedFile): string {
  const changed = Object.keys(pictures).filter((name) => before?.pictures[name]?.input !== pictures[name].input)
  const models = Object.entries(predictions).map(([sha256, { model }]) =>
    `${model} (${sha256.slice(0, 12)}, ${before?.predictions[sha256] === undefined ? 'new' : 'as before'})`)
  const inputs = changed.length === 0 ? 'every input is as before' : `changed inputs: ${changed.join(', ')}`
  return `${Object.keys(pictures).length} pictures: ${inputs}\nModels: ${models.join(', ')}\n`
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { redraw: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help === true) return void process.stdout.write(HELP)
  const before = existsSync(expectedFile) ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as ExpectedFile) : undefined
  if (values.redraw === true) await redraw()
  const files = await readPictures()
  if (files.length === 0) throw new Error('There are no golden pictures. Run `npm run golden -- --redraw`.')
  const expected = await expectPictures(files, modelForms())
  await writeFile(expectedFile, write(expected))
  process.stdout.write(report(before, expected))
}

await main()
