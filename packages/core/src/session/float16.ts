// Numbers in; their bits as float16 out, and back.

const number = new Float32Array(1)
const bits = new Uint32Array(number.buffer)

/** The nearest one, the even one of two, as IEEE 754 has it. Float16Array would do, and is not in Node 20. */
export function toFloat16(value: number): number {
  number[0] = Math.abs(value)
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  const magnitude = bits[0]
  if (magnitude > 0x7f800000) return 0x7e00 // not a number
  if (magnitude >= 0x477ff000) return sign | 0x7c00 // 65520 and more: infinite
  if (magnitude < 0x38800000) {
    number[0] += 0.5 // float32 has steps of 2^-24 there, as float16 has below 2^-14
    return sign | (bits[0] - 0x3f000000)
  }
  const halfStep = 0xfff + ((magnitude >>> 13) & 1)
  return sign | ((magnitude - 0x38000000 + halfStep) >>> 13)
}

export function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >>> 10) & 31
  const fraction = half & 1023
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
