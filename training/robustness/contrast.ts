// Contrast: a tenth of the distance to the picture's mean is left.
import type { Corrupt } from './corruption'
import { mapGrey } from './map-grey'

const share = 0.1 // severity 4 of MNIST-C

export const contrast: Corrupt = (picture) => {
  const mean = picture.reduce((sum, value) => sum + value, 0) / picture.length / 255
  return mapGrey(picture, (grey) => (grey - mean) * share + mean)
}
