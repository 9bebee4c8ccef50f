// The first bytes of a file in; what it is instead of a model.json, and what to do with it, out.

const signatures: readonly { readonly bytes: readonly number[]; readonly meaning: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    meaning: 'it is a zip archive, as Keras 3 writes .keras files. Convert it with tensorflowjs_converter first',
  },
  {
    bytes: [0x89, 0x48, 0x44, 0x46],
    meaning: 'it is an HDF5 file, as Keras writes .h5 files. Convert it with tensorflowjs_converter first',
  },
  { bytes: [0x1f, 0x8b], meaning: 'it is compressed by gzip. Unpack it first' },
]

/** Undefined where the file may be JSON. */
export function describeForeignFile(file: Uint8Array): string | undefined {
  if (file.length === 0) return 'it is empty'
  const known = signatures.find(({ bytes }) => bytes.every((byte, index) => file[index] === byte))
  if (known !== undefined) return known.meaning
  const start = new TextDecoder().decode(file.subarray(0, 64)).trimStart().toLowerCase()
  return start.startsWith('<') ? 'it is an HTML or XML page. Check the address it was downloaded from' : undefined
}
