// Something that a page draws or shows in, a bitmap of what it shows now out; it is neither changed nor closed.
import { messageOf, untilAborted } from '@stylelens/core'
import type { DecodeOptions } from '@stylelens/core'
import { drawnKind } from './drawn-kind'
import type { DrawnKind } from './drawn-kind'
import type { DrawnSource } from './image-source'
import { checkPixels, empty, unreadable } from './source-errors'

interface Size {
  readonly width: number
  readonly height: number
}

type Sizes = { readonly [Kind in DrawnKind]: (source: never) => Size }

/** Natural sizes: how large the page shows it changes nothing. */
const sizes: Sizes = {
  ImageBitmap: ({ width, height }: ImageBitmap) => ({ width, height }),
  HTMLImageElement: ({ naturalWidth, naturalHeight }: HTMLImageElement) => ({ width: naturalWidth, height: naturalHeight }),
  SVGImageElement: ({ width, height }: SVGImageElement) => ({ width: width.baseVal.value, height: height.baseVal.value }),
  HTMLCanvasElement: ({ width, height }: HTMLCanvasElement) => ({ width, height }),
  OffscreenCanvas: ({ width, height }: OffscreenCanvas) => ({ width, height }),
  HTMLVideoElement: ({ videoWidth, videoHeight, readyState }: HTMLVideoElement) =>
    readyState < 2 ? { width: 0, height: 0 } : { width: videoWidth, height: videoHeight },
  VideoFrame: ({ displayWidth, displayHeight }: VideoFrame) => ({ width: displayWidth, height: displayHeight }),
}

/** Why there is nothing to see, and what to do. */
const nothing: Readonly<Record<DrawnKind, string>> = {
  ImageBitmap: 'it was closed. Pass one that is open.',
  HTMLImageElement: 'it shows no picture. Wait for its `load` event and check its `src`.',
  SVGImageElement: 'it shows no picture. Wait for its `load` event and check its `href`.',
  HTMLCanvasElement: 'it has no pixels. Give it a width and a height.',
  OffscreenCanvas: 'it has no pixels. Give it a width and a height.',
  HTMLVideoElement: 'it has no frame yet. Wait for its `loadeddata` event.',
  VideoFrame: 'it was closed. Pass one that is open.',
}

const nameOf = (kind: DrawnKind) => `the ${kind}`

const kindOf = (source: DrawnSource): DrawnKind => drawnKind(source) ?? 'ImageBitmap'

/** An <img> whose picture is still on its way is waited for; a broken one gives 'image-empty' below. */
async function awaitImage(source: DrawnSource, kind: DrawnKind): Promise<void> {
  if (kind === 'HTMLImageElement' && !(source as HTMLImageElement).complete) {
    await (source as HTMLImageElement).decode().catch(() => undefined)
  }
}

/** What kept its pixels from being read. */
export function explainDrawn(error: unknown, source: DrawnSource): unknown {
  const kind = kindOf(source)
  const name = nameOf(kind)
  if ((error as { name?: unknown } | null)?.name !== 'SecurityError') {
    return unreadable(name, `${messageOf(error).replace(/\.$/, '')}. ${nothing[kind].replace(/^[^.]*\. /, '')}`, error)
  }
  const mend = 'Set crossorigin="anonymous" before its address and let that site send Access-Control-Allow-Origin.'
  return unreadable(name, `it shows pixels of another site, which the browser keeps from the page. ${mend}`, error)
}

/** Of an ImageBitmap that is transparent nothing is lost either. */
async function copy(source: DrawnSource): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' })
  } catch (error) {
    throw explainDrawn(error, source)
  }
}

/**
 * As the browser shows it, so with its orientation applied. The bitmap is the caller's to close.
 * Throws 'image-empty' where there is nothing to see, 'image-too-large', 'image-unreadable'.
 */
export async function openDrawn(source: DrawnSource, options: DecodeOptions): Promise<ImageBitmap> {
  const kind = kindOf(source)
  await untilAborted(awaitImage(source, kind), options.signal)
  const { width, height } = sizes[kind](source as never)
  if (width === 0 || height === 0) throw empty(nameOf(kind), nothing[kind])
  checkPixels(width, height, nameOf(kind), options.maxPixels)
  return untilAborted(copy(source), options.signal, (late) => late.close())
}
