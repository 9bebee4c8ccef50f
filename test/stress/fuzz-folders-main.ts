// A Hugging Face style folder and seeds in; the folder with one file damaged loaded and run, a line of what came of it, out.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { createRandom } from '../../samples/random'
import type { Random } from '../../samples/random'
import { colouredPixels } from '../contract/drawn-pixels'
import { fuzzLoop } from './fuzz-loop'
import type { FuzzPlan } from './fuzz-plan'
import { mutateBytes } from './mutate-bytes'
import { mutateJson } from './mutate-json'
import type { JsonObject } from './mutate-json'
import type { Library } from './stress-plan'

const plan = JSON.parse(argv[2]) as FuzzPlan & { readonly folder: string; readonly scratch: string }
const library = (await import(plan.library)) as Library
const model = 'onnx/model.onnx'
const read = (file: string) => Uint8Array.from(readFileSync(join(plan.folder, file)))

/** Steps that the folder's own file does not take. */
const others: readonly JsonObject[] = [
  { image_processor_type: 'ViTImageProcessor', size: 16, image_mean: 0.5, image_std: [0.5, 0.5, 0.5] },
  { feature_extractor_type: 'ConvNextFeatureExtractor', size: { shortest_edge: 16 }, crop_pct: 0.9, image_mean: 0, image_std: 1 },
  { do_resize: false, do_normalize: false, rescale_factor: 1 / 127.5 },
]

function damageJson(file: string, bytes: Uint8Array, random: Random): string | Uint8Array {
  if (random.chance(0.3)) return mutateBytes(bytes, read(model), random, 0.7)
  const own = JSON.parse(new TextDecoder().decode(bytes)) as JsonObject
  const base = file === 'config.json' || random.chance(0.5) ? own : random.choose(others)
  return JSON.stringify(mutateJson(base, random))
}

function damage(file: string, random: Random): void {
  const bytes = read(file)
  const damaged = file === model ? mutateBytes(bytes, bytes, random, 0.7) : damageJson(file, bytes, random)
  writeFileSync(join(plan.scratch, file), damaged)
}

await fuzzLoop(plan, library, async (seed) => {
  const random = createRandom(seed)
  cpSync(plan.folder, plan.scratch, { recursive: true })
  damage(random.choose(['config.json', 'preprocessor_config.json', 'preprocessor_config.json', model]), random)
  const classifier = await library.createClassifier({ ...plan.options, model: plan.scratch })
  try {
    await classifier.classify([colouredPixels(30, 40), colouredPixels(16, 16)])
  } finally {
    await classifier.dispose()
  }
})
rmSync(plan.scratch, { recursive: true })
