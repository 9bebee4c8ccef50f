// Any value in; which of the things that a page draws or shows it is, or undefined, out.
import type { DrawnSource } from './image-source'

const kinds = [
  'ImageBitmap',
  'HTMLImageElement',
  'SVGImageElement',
  'HTMLCanvasElement',
  'OffscreenCanvas',
  'HTMLVideoElement',
  'VideoFrame',
] as const

export type DrawnKind = (typeof kinds)[number]

/** By the name that each carries, not by instanceof: a frame of the page has constructors of its own. */
export function drawnKind(value: unknown): DrawnKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const name = Object.prototype.toString.call(value).slice(8, -1)
  return kinds.find((kind) => kind === name)
}

export function isDrawn(value: unknown): value is DrawnSource {
  return drawnKind(value) !== undefined
}
