// The sizes of a picture and of the box that it covers in; the part of the picture that is to be seen out.
import type { ClassifyOptions } from '@stylelens/web'

interface Size {
  readonly width: number
  readonly height: number
}

/** As CSS's `object-fit: cover` shows it; fractions of the picture. */
export function visibleRegion(picture: Size, box: Size): NonNullable<ClassifyOptions['region']> {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const width = Math.min(1, box.width / (picture.width * scale))
  const height = Math.min(1, box.height / (picture.height * scale))
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height }
}
