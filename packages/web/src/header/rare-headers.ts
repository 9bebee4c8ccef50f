// The readers of the headers of WebP, GIF and AVIF: loaded with the first picture of such a kind.
import { readAvifHeader } from './avif-header'
import { readGifHeader } from './gif-header'
import { readWebpHeader } from './webp-header'

export const rareHeaders = { webp: readWebpHeader, gif: readGifHeader, avif: readAvifHeader }
