// Shot noise, as little light makes it: each value counts photons, at most three on average.
import { drawPoisson } from './draw-poisson'
import type { Corrupt } from './corruption'
import { mapGrey } from './map-grey'

const photons = 3 // of a white pixel; severity 5 of MNIST-C

export const shotNoise: Corrupt = (picture, random) =>
  mapGrey(picture, (grey) => drawPoisson(random, grey * photons) / photons)
