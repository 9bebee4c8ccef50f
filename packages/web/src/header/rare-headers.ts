// The readers of all headers but that of PNG: loaded with the first picture of such a kind.
import { readAvifHeader } from './avif-header'
import { readGifHeader } from './gif-header'
import { readJpegHeader } from './jpeg-header'
import { readWebpHeader } from './webp-header'

export const rareHeaders = { jpeg: readJpegHeader, webp: readWebpHeader, gif: readGifHeader, avif: readAvifHeader }
