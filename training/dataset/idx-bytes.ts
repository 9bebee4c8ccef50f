// Pixels or labels come in, the bytes of the IDX file that holds them come out (the fixtures of the tests).

/** An IDX file of uint8 values with these dimensions; `values` may be too few or too many, for corrupt files. */
export function idxBytes(dimensions: readonly number[], values: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * dimensions.length + values.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x0800 + dimensions.length)
  dimensions.forEach((size, index) => view.setUint32(4 + 4 * index, size))
  bytes.set(values, 4 + 4 * dimensions.length)
  return bytes
}
