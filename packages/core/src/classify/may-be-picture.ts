// Any value in; whether it may be a picture out.

/** Strings and objects: the platform knows which. */
export function mayBePicture(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))
}
