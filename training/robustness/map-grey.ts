// A picture and a curve from 0..1 to any number in; the picture with the curve applied, clipped to 8 bits, out.

export function mapGrey(picture: Uint8Array, curve: (grey: number) => number): Uint8Array {
  return picture.map((value) => 255 * Math.min(1, Math.max(0, curve(value / 255))))
}
