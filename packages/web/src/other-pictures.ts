// What reads pictures that are neither http(s) addresses nor Blobs, and the frames of videos.
export { decodeOther } from './decode-other'
export { readFrames } from './read-frames'
