// A picture from 0 to 1 in; with Gaussian noise on every pixel, clipped, in place.
import type { RandomSource } from '../dataset/random-source'
import { drawNormalPair } from './draw-normal'

export function addNoise(picture: Float32Array, deviation: number, random: RandomSource): void {
  for (let place = 0; place < picture.length; place += 2) {
    const pair = drawNormalPair(random)
    for (let half = 0; half < 2; half++) {
      picture[place + half] = Math.min(1, Math.max(0, picture[place + half] + deviation * pair[half]))
    }
  }
}
