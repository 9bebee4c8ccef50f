// A size in; a canvas of that size out, in a page as well as in a worker.
import { ClassifierError } from '@stylelens/core'

type AnyCanvas = OffscreenCanvas | HTMLCanvasElement

export function openCanvas(width: number, height: number): AnyCanvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height)
  if (typeof document === 'object') return Object.assign(document.createElement('canvas'), { width, height })
  throw new ClassifierError('decoder-missing', 'There is no canvas here that could read a picture. Pass decoded pixels.')
}
