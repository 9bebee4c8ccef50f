// A grey picture in; the same with its background dark, so inverted where it is bright, out.
import { invert } from './invert'
import { judgePolarity } from './judge-polarity'
import type { GreyImage } from './opaque-image'

export function brightOnBlack(grey: GreyImage): GreyImage {
  return judgePolarity(grey) === 'bright-background' ? invert(grey) : grey
}
