// A row of the bench and a folder in; its pictures in a file there, as every contestant reads them, out.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandomSource } from '../../../training/dataset/random-source'
import { drawPhoto } from '../../draw-photo'
import type { BenchRow, RowPictures } from './bench-row'

export async function writePictures(folder: string, row: BenchRow): Promise<RowPictures> {
  const { source, batch, width, height } = row
  const file = join(folder, `${width}x${height}-${batch}.${source}`)
  if (source === 'jpeg') {
    await writeFile(file, await drawPhoto(width, height))
    return { file, batch }
  }
  await writeFile(file, drawPixels(width * height * 3 * batch))
  return { file, width, height, batch }
}

/** Noise: what is in them changes nothing about the time. */
function drawPixels(length: number): Uint8Array {
  const random = createRandomSource(5)
  const integers = Uint32Array.from({ length: Math.ceil(length / 4) }, () => random.next())
  return new Uint8Array(integers.buffer, 0, length)
}
