// The golden files in; the inputs that core makes of them, the same on every machine, and their completeness out.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { parseManifest, preprocess, readPixels } from '@stylelens/core'
import type { DecodedImage, PixelImage } from '@stylelens/core'
import { describe, expect, it } from 'vitest'
import { decodeImage } from '../packages/node/src/decode-image'
import { fromBase64 } from './contract/read-fixtures'
import { describePicture } from './golden/describe-picture'
import { modelForms, picturesFolder } from './golden/golden-folder'
import { loadExpected } from './golden/load-fixtures'

const expected = await loadExpected()
const pictures = Object.entries(expected.pictures).map(([name, picture]) => ({ name, ...picture }))
const models = modelForms()
const manifest = readFileSync(new URL('manifest.json', models[0].folder), 'utf8')
const { input: modelInput } = parseManifest(JSON.parse(manifest))
const decodeOptions = { inputs: { files: false, network: false }, maxBytes: 1e7, maxPixels: 2e7, timeout: 1000 }

const read = (name: string): Uint8Array => Uint8Array.from(readFileSync(new URL(name, picturesFolder)))

async function decode(name: string): Promise<DecodedImage | PixelImage> {
  const { format, width, height, channels } = expected.pictures[name]
  const bytes = read(name)
  return format === 'pixels' ? readPixels({ data: bytes, width, height, channels }) : decodeImage(bytes, decodeOptions)
}

describe('the golden files', () => {
  it('are the pictures that expected.json speaks of', () => {
    expect(pictures.map(({ name }) => name)).toEqual(readdirSync(picturesFolder).sort())
  })

  it('have scores of the models as they are now; `npm run golden` renews them', () => {
    const known = Object.entries(expected.predictions).map(([sha256, { model }]) => `${model} ${sha256}`)
    expect(known.sort()).toEqual(models.map(({ name, sha256 }) => `${name} ${sha256}`).sort())
  })

  it('have ten scores for each picture that sum to 1', () => {
    for (const { model, scores } of Object.values(expected.predictions)) {
      expect(Object.keys(scores), model).toEqual(pictures.map(({ name }) => name))
      for (const [name, list] of Object.entries(scores)) {
        expect(list, name).toHaveLength(expected.labels.length)
        expect(list.reduce((sum, score) => sum + score, 0), name).toBeCloseTo(1, 5)
      }
    }
  })

  it('are small, the one of 4000 x 3000 pixels too', () => {
    const sizes = pictures.map(({ name }) => read(name).length)
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(640 * 1024)
  })
})

it.each(pictures)('$name is the file that its name promises', async ({ name, input, tensor, ...facts }) => {
  expect(await describePicture(name, read(name))).toEqual(facts)
  const [, orientation = '1'] = /^orientation-(\d)/.exec(name) ?? []
  expect(facts.orientation).toBe(Number(orientation))
  const [, size = `${facts.width}x${facts.height}`] = /^size-(\d+x\d+)/.exec(name) ?? []
  expect(`${facts.width}x${facts.height}`).toBe(size)
})

it.each(pictures)('$name becomes the very input of the model', async ({ name, input, tensor, inputTolerance }) => {
  const made = preprocess(await decode(name), modelInput, 'auto')
  const wanted = fromBase64(input)
  const differences = made.seen.data.map((value, index) => Math.abs(value - wanted[index]))
  expect(made.seen.data).toHaveLength(28 * 28)
  expect(Math.max(...differences)).toBeLessThanOrEqual(inputTolerance)
  if (inputTolerance === 0) expect(hashFloats(made.tensor)).toBe(tensor)
})

it('differ in their inputs, except a picture and its negative', () => {
  const lossless = pictures.filter(({ name }) => /^(sample|size|raw)-/.test(name))
  const tensors = new Map(lossless.map(({ name, tensor }) => [name, tensor]))
  expect(tensors.get('raw-28x28x1.pixels')).toBe(tensors.get('size-28x28.png'))
  expect(new Set(tensors.values()).size).toBe(tensors.size - 1)
})

function hashFloats(values: Float32Array): string {
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, index) => bytes.setFloat32(index * 4, value, true))
  return createHash('sha256').update(bytes).digest('hex')
}
