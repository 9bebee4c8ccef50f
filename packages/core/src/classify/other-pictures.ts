// What reads pixels instead of files, parts of pictures, and pictures for other models than the embedded ones.
export { noPicture } from './no-picture'
export { isDecodedSource } from '../pixels/is-decoded-source'
export { readPixels } from '../pixels/read-pixels'
export { cropRegion } from '../preprocess/crop-region'
export { prepareInput } from '../preprocess/preprocess'
