// The folder of an exported model in; golden.json beside the model and `selfTest` in its manifest out.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SelfTest } from '@stylelens/core'
import { drawGoldenPictures } from './golden-pictures'
import { runOnnx } from './run-onnx'

/** The keys of manifest.json that are read here. */
interface Manifest {
  readonly labels: readonly string[]
  readonly outputs: { readonly logits: string }
  readonly file: string
  readonly files?: Readonly<Record<string, { readonly file: string }>>
  readonly selfTest?: SelfTest
}

const goldenFile = 'golden.json'

/**
 * Of a logit. Wide enough for arithmetic with fewer bits than 32, which GPUs like to use; a probability moves by less
 * than 0.05. What a broken driver gives is off by whole numbers.
 */
const tolerance = 0.1

/** The file's own bytes decide: written again, it is the same. Returns the entry of the manifest. */
export async function writeGolden(folder: string): Promise<SelfTest> {
  const manifestPath = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest
  const pictures = drawGoldenPictures()
  const files = Object.entries({ fp32: { file: manifest.file }, ...manifest.files })
  const logits = await Promise.all(
    files.map(async ([dtype, { file }]) => [dtype, await logitsOf(join(folder, file), manifest, pictures)] as const),
  )
  const golden = { pictures: Buffer.from(pictures).toString('base64'), logits: Object.fromEntries(logits) }
  const bytes = Buffer.from(`${JSON.stringify(golden)}\n`)
  await writeFile(join(folder, goldenFile), bytes)
  const selfTest = { file: goldenFile, sha256: createHash('sha256').update(bytes).digest('hex'), tolerance }
  await writeFile(manifestPath, `${JSON.stringify({ ...manifest, selfTest }, null, 2)}\n`)
  return selfTest
}

/** As onnxruntime's CPU computes them, a list for each picture; four decimals are far below the tolerance. */
async function logitsOf(path: string, { labels, outputs }: Manifest, pictures: Uint8Array): Promise<number[][]> {
  const indices = Int32Array.from({ length: pictures.length / 784 }, (_, index) => index)
  const answers = await runOnnx('onnxruntime-node', await readFile(path), pictures, indices, [outputs.logits])
  const values = Array.from(answers[outputs.logits], (value) => Number(value.toFixed(4)))
  return Array.from(indices, (row) => values.slice(row * labels.length, (row + 1) * labels.length))
}
