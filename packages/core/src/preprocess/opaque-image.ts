// The pictures that the steps hand on once transparency and colour are gone.
import type { PixelImage } from '../image'

export type OpaqueImage = PixelImage & { readonly channels: 1 | 3 }

/** `data.length === width * height` */
export type GreyImage = PixelImage & { readonly channels: 1 }
