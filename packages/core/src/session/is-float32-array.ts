// Any value in; whether it is a Float32Array out.

/** Not instanceof: test runners and iframes have one of their own. */
export function isFloat32Array(data: unknown): data is Float32Array {
  return Object.prototype.toString.call(data) === '[object Float32Array]'
}
