// Rows of packed samples in; one number for each sample out.

export type Samples = Uint8Array | Uint16Array

/** [height, rowLength] bytes to [height, samplesPerRow] samples of `bitDepth` bits, the highest bits first. */
export function unpackSamples(
  rows: Uint8Array,
  height: number,
  samplesPerRow: number,
  bitDepth: number,
): Samples {
  if (bitDepth === 8) return rows
  if (bitDepth === 16) return unpackWords(rows)
  const samples = new Uint8Array(height * samplesPerRow)
  const rowLength = rows.length / height
  const mask = 2 ** bitDepth - 1
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < samplesPerRow; column++) {
      const bit = column * bitDepth
      samples[to++] = (rows[row * rowLength + (bit >> 3)] >> (8 - bitDepth - (bit & 7))) & mask
    }
  }
  return samples
}

/** Big-endian, wherever this runs. */
function unpackWords(rows: Uint8Array): Uint16Array {
  const samples = new Uint16Array(rows.length / 2)
  for (let at = 0; at < samples.length; at++) samples[at] = rows[2 * at] * 256 + rows[2 * at + 1]
  return samples
}
