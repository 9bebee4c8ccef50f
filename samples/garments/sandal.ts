// Random draws come in, an open sandal from the side with its toe to the left goes out.
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import type { Random } from '../random'
import { flatSandal } from './flat-sandal'
import type { GarmentDrawing } from './garment-drawing'
import { heeledSandal } from './heeled-sandal'

export function drawSandal(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, MIDDLE, MIDDLE, LIGHT])
  return random.chance(0.55) ? flatSandal(random, fabric) : heeledSandal(random, fabric)
}
