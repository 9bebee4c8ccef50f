// Brightness: half of the range is added to every value.
import type { Corrupt } from './corruption'
import { mapGrey } from './map-grey'

const added = 0.5 // severity 5 of MNIST-C

export const brightness: Corrupt = (picture) => mapGrey(picture, (grey) => grey + added)
