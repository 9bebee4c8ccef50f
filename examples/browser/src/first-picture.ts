// Files in; the first that says it is a picture out, or else the first: its error is the best explanation.

export function firstPicture(files: ArrayLike<File> | null | undefined): File | undefined {
  const all = Array.from(files ?? [])
  return all.find(({ type }) => type.startsWith('image/')) ?? all[0]
}
