// A number in, the nearest whole number out; of two equally near ones the even one, as ONNX and IEEE 754 round.

export function roundHalfToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
