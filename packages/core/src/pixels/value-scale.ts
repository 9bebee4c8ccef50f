// The view of some pixels in, the scale that its values are on out: bytes, integers 0..255 or floats 0..1.
import { describeValue } from '../describe-value'
import type { PixelView } from './pixel-view'
import { pixelsError } from './pixels-error'
import { eachPosition } from './each-position'

export type ValueScale = 'byte' | 'integer' | 'float'

const scales: Readonly<Record<string, ValueScale>> = {
  Uint8Array: 'byte', Uint8ClampedArray: 'byte',
  Int8Array: 'integer', Uint16Array: 'integer', Int16Array: 'integer', Uint32Array: 'integer', Int32Array: 'integer',
  Float16Array: 'float', Float32Array: 'float', Float64Array: 'float',
}

/**
 * A typed array says it by its own type, any other array by the ndarray's `dtype` ('uint8', 'float32', ...). Where
 * neither says it (plain arrays have the dtype 'array' or 'generic'), the values do: a fraction makes them floats,
 * otherwise a value other than 0 and 1 makes them integers. Nothing but 0 and 1 could be either, and is refused.
 */
export function valueScale(view: PixelView): ValueScale {
  const { data } = view
  if (!ArrayBuffer.isView(data)) return scaleOfDtype(view.dtype) ?? scaleOfValues(view)
  // The tag holds across realms (frames, vm contexts), and for subclasses such as Buffer.
  const type = Object.prototype.toString.call(data).slice('[object '.length, -1)
  const scale = scales[type]
  if (scale === undefined) throw pixelsError(`The data of pixels cannot be a ${type}.`)
  return scale
}

function scaleOfDtype(dtype: unknown): ValueScale | undefined {
  if (typeof dtype !== 'string') return undefined
  if (/^float(16|32|64)$/.test(dtype)) return 'float'
  return /^(u?int(8|16|32)|uint8_clamped)$/.test(dtype) ? 'integer' : undefined
}

function scaleOfValues(view: PixelView): ValueScale {
  let scale: ValueScale | undefined
  eachPosition(view, (position) => {
    const value = view.data[position]
    if (typeof value !== 'number') {
      throw pixelsError(`The value at index ${position} of data is ${describeValue(value)}.`)
    }
    if (Number.isFinite(value) && !Number.isInteger(value)) scale = 'float'
    else if (value !== 0 && value !== 1) scale ??= 'integer'
  })
  if (scale !== undefined) return scale
  throw pixelsError('A plain array of nothing but 0 and 1 may be floats or integers: which cannot be told. '
    + 'Pass a Uint8Array or a Float32Array.')
}
