// How strongly a robust recipe spoils its training pictures: one entry a family, each with its own chance.

interface Chance {
  /** Chance for a picture, 0..1. */
  readonly probability: number
}

/** What a recipe does not name does not happen, and nothing is drawn for it. */
export interface Distortions {
  /** Nothing of the rest happens to the picture. */
  readonly untouched?: Chance
  /** Gaussian noise of a deviation of up to `deviation` (of the range 0..1) on every pixel. */
  readonly noise?: Chance & { readonly deviation: number }
  /** A Gaussian blur of a deviation of up to `deviation` pixels. */
  readonly blur?: Chance & { readonly deviation: number }
  /** From `least` (0..1) to all of the distance to the picture's mean is left. */
  readonly contrast?: Chance & { readonly least: number }
  /** Up to `degrees` to either side, around the centre. */
  readonly rotation?: Chance & { readonly degrees: number }
  /** From `least` to `most` times the size, around the centre. */
  readonly scale?: Chance & { readonly least: number; readonly most: number }
  /** A rectangle of one grey, of up to `area` of the picture (0..1), any ratio from 1:3 to 3:1 (Zhong et al. 2017). */
  readonly erasing?: Chance & { readonly area: number }
  /** A ramp of up to `grey` (0..1) behind the garment, as a background that was not quite removed. */
  readonly background?: Chance & { readonly grey: number }
}
