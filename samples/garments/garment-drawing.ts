// The type of what every garment file draws.
import type { Random } from '../random'

export interface GarmentDrawing {
  /** SVG elements without the outer `<svg>`; the axis of a symmetrical garment is x = 0. */
  svg: string
  /** The rough extent in drawing units; whoever draws measures the exact one. */
  width: number
  height: number
}

export type DrawGarment = (random: Random) => GarmentDrawing
