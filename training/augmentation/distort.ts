// One picture from 0 to 1 and the distortions of a recipe in; the picture, distorted at random, in place.
import { PICTURE_PIXELS } from '../dataset/picture-size'
import { drawUnit, type RandomSource } from '../dataset/random-source'
import { addBackground } from './add-background'
import { addNoise } from './add-noise'
import { blur } from './blur'
import type { Distortions } from './distortions'
import { eraseRectangle } from './erase-rectangle'
import { warpAffine } from './warp-affine'

const before = new Float32Array(PICTURE_PIXELS) // kept, so that no picture allocates

/** `picture`: [784]. In the order of a camera: the thing moves, lies on its ground, is hidden, and is then photographed. */
export function distort(picture: Float32Array, distortions: Distortions, random: RandomSource): void {
  const { untouched, rotation, scale, background, erasing, contrast, blur: blurring, noise } = distortions
  const happens = (entry: { readonly probability: number } | undefined) =>
    entry !== undefined && drawUnit(random) < entry.probability
  if (happens(untouched)) return
  const turned = rotation && happens(rotation) ? (2 * drawUnit(random) - 1) * rotation.degrees : 0
  const size = scale && happens(scale) ? between(random, scale.least, scale.most) : 1
  if (turned !== 0 || size !== 1) turnAndScale(picture, (turned * Math.PI) / 180, size)
  if (background && happens(background)) addBackground(picture, background.grey, random)
  if (erasing && happens(erasing)) eraseRectangle(picture, erasing.area, random)
  if (contrast && happens(contrast)) reduceContrast(picture, between(random, contrast.least, 1))
  if (blurring && happens(blurring)) blur(picture, between(random, blurring.deviation / 4, blurring.deviation))
  if (noise && happens(noise)) addNoise(picture, drawUnit(random) * noise.deviation, random)
}

const between = (random: RandomSource, least: number, most: number) => least + drawUnit(random) * (most - least)

function turnAndScale(picture: Float32Array, angle: number, size: number): void {
  before.set(picture)
  const [across, along] = [Math.sin(angle) / size, Math.cos(angle) / size]
  warpAffine(before, [along, -across, across, along], picture)
}

function reduceContrast(picture: Float32Array, share: number): void {
  let sum = 0
  for (const value of picture) sum += value
  const mean = sum / picture.length
  for (let place = 0; place < picture.length; place++) picture[place] = (picture[place] - mean) * share + mean
}
