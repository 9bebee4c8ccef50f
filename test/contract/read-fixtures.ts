// A way to read the files of test/golden (from disk, by fetch) and a row in; the fixtures of the contract out.
import type {
  ContractFixtures, ContractFormat, ContractPicture, ContractRow, CustomModel, GoldenScores,
} from './fixtures'

/** Reads one file by its path within test/golden, with forward slashes. */
export type ReadGolden = (path: string) => Promise<Uint8Array>

export interface ExpectedPicture {
  readonly format: ContractFormat
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly orientation: number
  readonly inputTolerance: number
  /** Base64 of [28 * 28] bytes. */
  readonly input: string
  /** SHA-256 of the same as float32 0..1, little-endian. */
  readonly tensor: string
}

/** test/golden/expected.json. */
export interface ExpectedFile {
  readonly labels: readonly string[]
  readonly pictures: Readonly<Record<string, ExpectedPicture>>
  readonly predictions: Readonly<Record<string, { readonly model: string; readonly scores: GoldenScores }>>
}

export async function readExpected(read: ReadGolden): Promise<ExpectedFile> {
  return JSON.parse(new TextDecoder().decode(await read('expected.json'))) as ExpectedFile
}

export async function readFixtures(read: ReadGolden, row: ContractRow): Promise<ContractFixtures> {
  const expected = await readExpected(read)
  const names = Object.keys(expected.pictures)
  const scores = Object.entries(expected.predictions).map(([sha256, golden]) => [sha256, golden.scores] as const)
  return {
    ...row,
    custom: await readCustomModel(read, 'manifest'),
    typed: { uint8: await readCustomModel(read, 'uint8'), float16: await readCustomModel(read, 'float16') },
    labels: expected.labels,
    pictures: await Promise.all(names.map((name) =>
      readPicture(read, name, { ...expected.pictures[name], ...toleranceOf(row, name) }))),
    scores: Object.fromEntries(scores),
  }
}

function toleranceOf({ inputTolerances }: ContractRow, name: string): Partial<ExpectedPicture> {
  const inputTolerance = inputTolerances?.[name]
  return inputTolerance === undefined ? {} : { inputTolerance }
}

async function readCustomModel(read: ReadGolden, name: string): Promise<CustomModel> {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(await read(`custom/${name}/manifest.json`)))
  return { manifest: manifest as CustomModel['manifest'], bytes: await read(`custom/${name}/model.onnx`) }
}

async function readPicture(read: ReadGolden, name: string, expected: ExpectedPicture): Promise<ContractPicture> {
  const { format, width, height, channels, orientation, inputTolerance } = expected
  const bytes = await read(`pictures/${name}`)
  const source = format === 'pixels' ? { data: bytes, width, height, channels } : bytes
  return { name, format, width, height, orientation, source, input: fromBase64(expected.input), inputTolerance }
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
