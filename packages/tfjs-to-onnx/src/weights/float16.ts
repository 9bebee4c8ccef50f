// Numbers in float64 in; their little-endian bytes as float16, and whether all of them fit, out.
import { Float16Array } from '@petamoriken/float16'

const largestHalf = 65504

export function float16Bytes(data: Float64Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(data.length * 2))
  // the whole array at once: a call per number takes fifty times as long
  const bits = new Uint16Array(new Float16Array(data).buffer)
  bits.forEach((number, index) => view.setUint16(index * 2, number, true))
  return new Uint8Array(view.buffer)
}

/** False where a number would become infinite. */
export function fitsFloat16(data: Float64Array): boolean {
  return data.every(number => Math.abs(number) <= largestHalf)
}
