// The repository's sample pictures in; the same, a fifth as large, among the files of the page out.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Plugin } from 'vite'
import { sampleAddress, sampleNames } from '../src/sample-names'

const pictureOf = (name: string) => fileURLToPath(new URL(`../../../samples/pictures/${name}.png`, import.meta.url))

export const samplePictures = (): Plugin => ({
  name: 'sample-pictures',
  async generateBundle() {
    for (const name of sampleNames) {
      const source = await sharp(pictureOf(name)).webp({ quality: 90 }).toBuffer()
      this.emitFile({ type: 'asset', fileName: sampleAddress(name), source })
    }
  },
})
