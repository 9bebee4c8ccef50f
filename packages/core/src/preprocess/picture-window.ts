// A picture of some size around a window that is cut out of it; where the two overlap.
import type { Span } from './pillow-weights'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is seen of a resized picture: it may also be larger than the picture. */
export interface PictureWindow extends Size {
  /** Where it begins in the picture; below 0 where it is larger. */
  readonly left: number
  readonly top: number
}

/** Around the centre; an odd pixel is left out at the right and below, as transformers does. */
export function centreWindow(picture: Size, window: Size): PictureWindow {
  return {
    ...window,
    left: Math.floor((picture.width - window.width) / 2),
    top: Math.floor((picture.height - window.height) / 2),
  }
}

/** The columns and rows of the picture that lie in the window. */
export function overlap(picture: Size, window: PictureWindow): { readonly columns: Span; readonly rows: Span } {
  return {
    columns: clip(window.left, window.width, picture.width),
    rows: clip(window.top, window.height, picture.height),
  }
}

function clip(start: number, length: number, side: number): Span {
  const from = Math.min(side, Math.max(0, start))
  return { from, to: Math.max(from, Math.min(side, start + length)) }
}
