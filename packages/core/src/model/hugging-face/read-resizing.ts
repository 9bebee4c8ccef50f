// The size fields of a preprocessor_config.json in; how pictures are resampled and cut, and to what size, out.
import { integer } from '../../expectation'
import { isFiniteNumber, isRecord } from '../../is-record'
import { pillowFilters } from '../../manifest'
import type { ModelResize, PillowFilter } from '../../manifest'
import type { Preprocessor } from './preprocessor-fields'
import type { ProcessorClass } from './processor-classes'
import { refuseField } from './refuse'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

interface Resizing {
  readonly resize: ModelResize
  readonly size: PictureSize | null
}

type Size = PictureSize | { readonly shortest: number }

const side = integer(1, 8192)
const words = 'it must be a whole number, { shortest_edge } or { height, width } of whole numbers from 1 to 8192'

/** ConvNext crops only below this size; from it on it squeezes the picture into the square. */
const convnextLimit = 384

export function readResizing(preprocessor: Preprocessor, defaults: ProcessorClass): Resizing {
  const crops = flag(preprocessor, 'do_center_crop', defaults.crop && isGiven(preprocessor.crop_size))
  const crop = crops ? readCrop(preprocessor.crop_size) : null
  if (!flag(preprocessor, 'do_resize', isGiven(preprocessor.size))) return { resize: { method: 'none' }, size: crop }
  const method = readFilter(preprocessor.resample ?? defaults.resample)
  const size = readSize(preprocessor.size, defaults.square)
  const share = readShare(preprocessor.crop_pct, defaults)
  if (share !== null && !crops && defaults.cropShare !== 'poolformer') {
    return resizeAsConvNext(size, share, method, preprocessor)
  }
  if ('shortest' in size || share !== null) {
    const shortest = enlarge(size, share, preprocessor)
    return { resize: { method, fit: 'shortest-side', length: shortest }, size: crop }
  }
  return { resize: { method, fit: 'exact', ...size }, size: crop ?? size }
}

function resizeAsConvNext(size: Size, share: number, method: PillowFilter, { crop_pct }: Preprocessor): Resizing {
  if (!('shortest' in size))
    throw refuseField('crop_pct', crop_pct ?? share, 'with { height, width } it has no meaning')
  const { shortest } = size
  const square = { width: shortest, height: shortest }
  if (shortest >= convnextLimit) return { resize: { method, fit: 'exact', ...square }, size: square }
  return { resize: { method, fit: 'shortest-side', length: Math.trunc(shortest / share) }, size: square }
}

/** The shortest side before the crop takes its share of it. */
function enlarge(size: Size, share: number | null, { size: given }: Preprocessor): number {
  const shortest = 'shortest' in size ? size.shortest : size.width
  if (!('shortest' in size) && size.width !== size.height)
    throw refuseField('size', given, 'with "crop_pct" it must be square')
  return share === null ? shortest : Math.trunc(shortest / share)
}

function readShare(share: unknown, { cropShare }: ProcessorClass): number | null {
  // ConvNext's own default.
  if (!isGiven(share)) return cropShare === 'convnext' ? 224 / 256 : null
  if (isFiniteNumber(share) && share > 0 && share <= 1) return share
  throw refuseField('crop_pct', share, 'it must be a number above 0 and at most 1')
}

function readSize(size: unknown, square: boolean): Size {
  if (side.accepts(size))
    return square ? { width: size as number, height: size as number } : { shortest: size as number }
  if (!isRecord(size)) throw refuseField('size', size, words)
  const others = Object.keys(size).filter(
    (key) => isGiven(size[key]) && !['shortest_edge', 'width', 'height'].includes(key),
  )
  if (others.length > 0) throw refuseField(`size.${others[0]}`, size[others[0]], words)
  const { shortest_edge: shortest, width, height } = size
  if (side.accepts(shortest) && !isGiven(width) && !isGiven(height)) return { shortest: shortest as number }
  if (side.accepts(width) && side.accepts(height)) return { width: width as number, height: height as number }
  throw refuseField('size', size, words)
}

function readCrop(size: unknown): PictureSize {
  const crop = readCropSize(size)
  if (crop) return crop
  throw refuseField('crop_size', size, 'it must be a whole number or { height, width } of whole numbers from 1 to 8192')
}

function readCropSize(size: unknown): PictureSize | undefined {
  if (side.accepts(size)) return { width: size as number, height: size as number }
  if (!isRecord(size) || !side.accepts(size.width) || !side.accepts(size.height)) return undefined
  return { width: size.width as number, height: size.height as number }
}

function readFilter(resample: unknown): PillowFilter {
  const filter = typeof resample === 'number' ? pillowFilters[resample] : undefined
  if (filter !== undefined) return filter
  throw refuseField('resample', resample, "it must be one of Pillow's filters, 0 to 5")
}

function flag(preprocessor: Preprocessor, key: string, otherwise: boolean): boolean {
  const value = preprocessor[key]
  if (!isGiven(value)) return otherwise
  if (typeof value === 'boolean') return value
  throw refuseField(key, value, 'it must be true or false')
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}
