// What is said of pictures that cannot be read.
export { cannotDecode, whyUndecodable } from './cannot-decode'
export { blobError, fetchError, tooLarge } from './source-errors'
