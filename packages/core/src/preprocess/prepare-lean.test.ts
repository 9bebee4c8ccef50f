// Pictures and inputs in; proof that the short way and the whole one give the very same bits out.
import { expect, it } from 'vitest'
import { sampleInput } from '../../test/sample-manifest'
import type { DecodedImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { prepareLean } from './prepare-lean'
import { prepareInput } from './preprocess'
import { noiseBytes } from './test-pictures'

/** Bright all over, so that a polarity makes a difference. */
const image = (channels: 1 | 2 | 3 | 4, orientation = 1, width = 45, height = 31): DecodedImage => {
  const data = noiseBytes(width * height * channels, channels).map((value) => value | 128)
  return { data, width, height, channels, orientation }
}

const input = (changes: Record<string, unknown> = {}) => sampleInput(changes) as unknown as ModelInput

it.each<[string, DecodedImage, ModelInput, PreprocessMode]>([
  ['grey', image(1), input(), 'auto'],
  ['grey with alpha', image(2), input(), 'auto'],
  ['RGB', image(3), input(), 'auto'],
  ['RGBA', image(4), input(), 'fashion-mnist'],
  ['a large picture', image(3, 1, 700, 400), input(), 'auto'],
  ['the size of the input', image(3, 1, 28, 28), input(), 'auto'],
  ['an orientation', image(3, 6), input(), 'auto'],
  ['no polarity', image(3), input({ polarity: undefined }), 'auto'],
  ['raw', image(3, 1, 28, 28), input(), 'raw'],
  ['another range', image(3), input({ range: [-1, 1] }), 'auto'],
  ['normalised here', image(3), input({ normalization: { value: { mean: 0.3, std: 0.4 }, applied: 'in-pipeline' } }), 'auto'],
  ['a filter of Pillow', image(3), input({ resize: { method: 'bicubic', fit: 'exact', width: 28, height: 28 } }), 'auto'],
])('%s', async (_, picture, of, mode) => {
  const tensor = prepareInput(picture, of, mode)
  expect(await prepareLean(picture, of, mode)).toEqual(tensor)
  const place = new Float32Array(tensor.length)
  expect(await prepareLean(picture, of, mode, place)).toBe(place)
  expect(place).toEqual(tensor)
})
