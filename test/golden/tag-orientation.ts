// The bytes of a JPEG without EXIF and an orientation in; the same file with the tag that says it out.

/** TIFF, little-endian, with one directory of one entry: 0x0112, one SHORT (EXIF 2.32). */
function exifOf(orientation: number): readonly number[] {
  const header = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]
  const entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
  return [...header, 1, 0, ...entry, 0, 0, 0, 0]
}

/** Puts an APP1 segment right after the start of the image, as cameras do. */
export function tagOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const content = [...Array.from('Exif\0\0', (character) => character.charCodeAt(0)), ...exifOf(orientation)]
  const segment = [0xff, 0xe1, 0, content.length + 2, ...content]
  return Uint8Array.of(...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2))
}
