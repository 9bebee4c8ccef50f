// Saturation: values times 20 plus 0.2, in a colour space that gives grey a tint; what is not black gets nearly white.
import type { Corrupt } from './corruption'
import { mapGrey } from './map-grey'

const [factor, added] = [20, 0.2] // severity 5 of MNIST-C, on hue, saturation and value alike

// Hue and saturation of a grey picture are 0 and become 0.2: red, green and blue are then 0.96, 1 and 0.8 of the value.
const luminance = 0.2125 * 0.96 + 0.7154 * 1 + 0.0721 * 0.8

export const saturate: Corrupt = (picture) =>
  mapGrey(picture, (grey) => luminance * Math.min(1, grey * factor + added))
