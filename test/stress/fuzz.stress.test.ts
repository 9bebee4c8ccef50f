// Mutated pictures, models and folders of models in; an answer or a typed error for each, without a crash or a hang, out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { howMany } from './how-many'
import { builtLibrary, bundleScript } from './run-script'
import { runFuzz } from './run-fuzz'

const folder = temporaryFolder()
const hour = 3_600_000
const scripts = { pictures: '', models: '', folders: '' }

beforeAll(async () => {
  scripts.pictures = await bundleScript('fuzz-pictures-main', folder)
  scripts.models = await bundleScript('fuzz-models-main', folder)
  scripts.folders = await bundleScript('fuzz-folders-main', folder)
})

const withoutSharp = [
  process.execPath, '--import', pathToFileURL(join(root, 'packages/node/test/block-package.mjs')).href,
]

const pictures = ['test/golden/pictures', 'samples/pictures'].flatMap((place) =>
  readdirSync(join(root, place)).filter((name) => !name.endsWith('.pixels')).map((name) => join(root, place, name)))
const readWithoutSharp = pictures.filter((path) => /\.(png|jpg)$/.test(path))

it('a crash, a hang, an early end and an untyped error are found, each with its seed', async () => {
  const script = await bundleScript('faulty-main', folder)
  const plan = { library: builtLibrary, files: [], options: {}, from: 0, to: 7 }
  const { faults, outcomes } = await runFuzz(script, plan, { patience: 8_000 })
  expect(faults.map(({ seed, what }) => [seed, what.split(':')[0]])).toEqual([
    [1, 'code null, SIGKILL'],
    [2, 'code null, SIGKILL'],
    [3, 'code 0, null'],
    [4, 'Error'],
  ])
  expect(outcomes).toEqual({ answered: 2, aborted: 1, untyped: 1 })
}, 120_000)

it.each([
  { name: 'sharp', files: pictures, program: undefined, seeds: howMany(2_000, 400) },
  { name: 'the decoders of its own', files: readWithoutSharp, program: withoutSharp, seeds: howMany(1_000, 200) },
])('$seeds mutated pictures, decoded by $name', async ({ files, program, seeds }) => {
  const environment = program === undefined ? undefined : { BLOCKED_PACKAGES: 'sharp' }
  const plan = { library: builtLibrary, files, options: { executionProviders: 'cpu' }, from: 0, to: seeds }
  const { faults, outcomes } = await runFuzz(scripts.pictures, plan, { program, environment })
  expect(faults).toEqual([])
  const foreign = Object.keys(outcomes).filter((code) => code !== 'answered' && !/^(image|decoder)-/.test(code))
  expect(foreign).toEqual([])
  expect(outcomes['answered']).toBeGreaterThan(seeds / 20)
  expect(outcomes['image-corrupt']).toBeGreaterThan(seeds / 20)
}, hour)

const models = ['test/golden/custom/manifest', 'models/fashion-nano'].map((place) => {
  const { sha256: _, bytes: __, ...manifest } = JSON.parse(
    readFileSync(join(root, place, 'manifest.json'), 'utf8'),
  ) as Record<string, unknown>
  return { manifest, file: join(root, place, 'model.onnx') }
})

it.each([
  { provider: 'cpu', seeds: howMany(500, 150), from: 10_000 },
  { provider: 'wasm', seeds: howMany(100, 30), from: 20_000 },
])('$seeds mutated models on $provider', async ({ provider, seeds, from }) => {
  const [files, manifests] = [models.map(({ file }) => file), models.map(({ manifest }) => manifest)]
  const options = { executionProviders: provider }
  const plan = { library: builtLibrary, files, manifests, options, from, to: from + seeds }
  const { faults, outcomes } = await runFuzz(scripts.models, plan)
  expect(faults).toEqual([])
  // Some are run and some are refused, so both ways are tried.
  expect(outcomes['answered']).toBeGreaterThan(seeds / 20)
  expect(outcomes['model-invalid']).toBeGreaterThan(seeds / 20)
}, hour)

it.each([
  { provider: 'cpu', seeds: howMany(3_000, 300), from: 30_000 },
  { provider: 'wasm', seeds: howMany(300, 50), from: 40_000 },
])('$seeds folders as Hugging Face has them, each with a damaged file, on $provider', async ({ provider, seeds, from }) => {
  const places = { folder: join(root, 'test/golden/custom/hugging-face'), scratch: join(folder, `folder-${provider}`) }
  const plan = { library: builtLibrary, files: [], ...places, options: { executionProviders: provider }, from, to: from + seeds }
  const { faults, outcomes } = await runFuzz(scripts.folders, plan)
  expect(faults).toEqual([])
  const foreign = Object.keys(outcomes).filter((code) => !/^(answered|run-failed|provider-failed|model-)/.test(code))
  expect(foreign).toEqual([])
  for (const outcome of ['answered', 'model-unsupported', 'model-manifest']) expect(outcomes[outcome]).toBeGreaterThan(seeds / 30)
}, hour)
