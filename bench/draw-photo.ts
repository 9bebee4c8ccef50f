// A size in; a made-up photo as JPEG out.
import sharp from 'sharp'

/** Noise that is blurred as photos are, so that its size is theirs too. */
export async function drawPhoto(width: number, height: number): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const image = sharp({ create: { width, height, channels: 3, background: '#808080', noise } }).blur(2)
  return Uint8Array.from(await image.jpeg({ quality: 90 }).toBuffer())
}
