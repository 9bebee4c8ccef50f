// Impulse noise, as dead pixels make it: 17 % of the values are black or white, each as often.
import { drawUnit } from '../dataset/random-source'
import type { Corrupt } from './corruption'

const amount = 0.17 // severity 4 of MNIST-C

export const impulseNoise: Corrupt = (picture, random) =>
  picture.map((value) => {
    const draw = drawUnit(random)
    if (draw >= amount) return value
    return draw < amount / 2 ? 0 : 255
  })
