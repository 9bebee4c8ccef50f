// The ten classes, by their index in Fashion-MNIST: label, file name, and who draws them.
import { drawAnkleBoot } from './garments/ankle-boot'
import { drawBag } from './garments/bag'
import { drawCoat } from './garments/coat'
import { drawDress } from './garments/dress'
import type { DrawGarment } from './garments/garment-drawing'
import { drawPullover } from './garments/pullover'
import { drawSandal } from './garments/sandal'
import { drawShirt } from './garments/shirt'
import { drawSneaker } from './garments/sneaker'
import { drawTShirt } from './garments/t-shirt'
import { drawTrouser } from './garments/trouser'

export interface GarmentEntry {
  label: string
  slug: string
  draw: DrawGarment
  /** Drawn with the toe to the left; some seeds turn it to the right. */
  turnable: boolean
}

export const GARMENT_TABLE: readonly GarmentEntry[] = [
  { label: 'T-shirt/top', slug: 't-shirt', draw: drawTShirt, turnable: false },
  { label: 'Trouser', slug: 'trouser', draw: drawTrouser, turnable: false },
  { label: 'Pullover', slug: 'pullover', draw: drawPullover, turnable: false },
  { label: 'Dress', slug: 'dress', draw: drawDress, turnable: false },
  { label: 'Coat', slug: 'coat', draw: drawCoat, turnable: false },
  { label: 'Sandal', slug: 'sandal', draw: drawSandal, turnable: true },
  { label: 'Shirt', slug: 'shirt', draw: drawShirt, turnable: false },
  { label: 'Sneaker', slug: 'sneaker', draw: drawSneaker, turnable: true },
  { label: 'Bag', slug: 'bag', draw: drawBag, turnable: false },
  { label: 'Ankle boot', slug: 'ankle-boot', draw: drawAnkleBoot, turnable: true },
]
