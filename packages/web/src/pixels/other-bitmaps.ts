// What reads bitmaps that are larger than a canvas may be, and those that let something shine through.
export { readSheer } from './read-sheer'
export { readTiles } from './read-tiles'
