// A picture that lives in the page in; what a worker can be sent of it out: an address, a Blob, its bytes or a bitmap.
import { describeSource, nameOfSource } from '@stylelens/core'
import type { DecodeOptions, OwnPicture } from '@stylelens/core'
import { isDrawn } from '../drawn-kind'
import type { DrawnSource, WebSource } from '../image-source'
import { explainDrawn, openDrawn } from '../open-drawn'
import { openCanvas } from '../pixels/open-canvas'
import { readSource } from '../read-source'

/** A bitmap with pixels of another site cannot be sent: said here, where the reason is known. */
function checkReadable(bitmap: ImageBitmap): void {
  const context = openCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D | null
  context?.drawImage(bitmap, 0, 0)
  context?.getImageData(0, 0, 1, 1)
}

async function copyDrawn(source: DrawnSource, options: DecodeOptions): Promise<OwnPicture> {
  const bitmap = await openDrawn(source, options)
  try {
    checkReadable(bitmap)
  } catch (error) {
    bitmap.close()
    throw explainDrawn(error, source)
  }
  // once sent it is empty here, and closing that does nothing
  return { value: bitmap, transfer: [bitmap], release: () => bitmap.close() }
}

const isBlob = (source: object) => /^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(source))

/** Throws 'input-type', 'image-*' or 'aborted', as decodeImage does. */
export async function toTransferable(source: WebSource, options: DecodeOptions): Promise<OwnPicture> {
  if (isDrawn(source)) return copyDrawn(source, options)
  if (typeof source === 'object' && source !== null) {
    if ('href' in source && 'protocol' in source) return { value: source.href }
    if (isBlob(source)) return { value: source }
  }
  const bytes = await readSource(source, describeSource(source), options)
  return { bytes, name: nameOfSource(source) }
}
