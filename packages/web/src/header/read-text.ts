// A place in a file and a length in; the ASCII text that stands there out.

export function readText(view: DataView, offset: number, length: number): string {
  let text = ''
  for (let at = offset; at < Math.min(offset + length, view.byteLength); at++) {
    text += String.fromCharCode(view.getUint8(at))
  }
  return text
}
