// The append-only file of each release's answers to the test pictures: what the next release is compared with.
import { appendFile } from 'node:fs/promises'
import { readJsonLines } from './json-lines'

export interface TestAnswers {
  readonly model: string
  readonly sha256: string
  readonly recipe: string
  /** The class that was answered for each picture, one digit each; no true label. */
  readonly answers: string
}

type Release = Pick<TestAnswers, 'model' | 'sha256'>

/** Of the release of the same model before this one; undefined where it is the first. */
export async function readPreviousAnswers(file: string, release: Release): Promise<TestAnswers | undefined> {
  const all = (await readJsonLines<TestAnswers>(file)).filter(({ model }) => model === release.model)
  const place = all.findIndex(({ sha256 }) => sha256 === release.sha256)
  return (place === -1 ? all : all.slice(0, place)).at(-1)
}

/** Nothing is added where the release has its line. */
export async function keepTestAnswers(file: string, own: TestAnswers): Promise<void> {
  const all = await readJsonLines<TestAnswers>(file)
  if (!all.some(({ sha256 }) => sha256 === own.sha256)) await appendFile(file, `${JSON.stringify(own)}\n`)
}
