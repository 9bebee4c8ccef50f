// The bytes of a file that should be a model or its manifest in; what it is instead, in words, or undefined out.
import { decodeUtf8 } from '../decode-utf8'

/** Enough to know a format by its beginning. */
const beginning = 512

const magics: readonly (readonly [at: number, letters: string, words: string])[] = [
  [4, 'ORTM', "a model in onnxruntime's own format (.ort)"],
  [4, 'TFL3', 'a TensorFlow Lite model'],
  [0, 'PK\u0003\u0004', 'a zip archive (or a PyTorch checkpoint)'],
  [0, '\u001f\u008b', 'a gzip archive'],
  [0, '\u0080\u0002', 'a Python pickle (a PyTorch checkpoint)'],
  [0, '\u0089HDF', 'an HDF5 file (a Keras model)'],
  [0, 'GGUF', 'a GGUF model'],
  [8, '{"', 'a safetensors file'],
  [0, '\u0089PNG', 'a PNG picture'],
  [0, '%PDF', 'a PDF document'],
]

const texts: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'a pointer of Git LFS and not the file itself'],
  [/^(<!--[^]*?-->\s*)*(<!doctype html|<html|<head|<body)/i, 'a web page (HTML)'],
  [/^<\?xml|^<Error>/i, 'an XML document'],
  [/^[{[]\s*("|\{|\[|\}|\]|-?\d)/, 'JSON'],
]

/** Undefined: it may be what it should be. JSON is a foreign file too, for those who look for a model. */
export function nameForeignFile(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'empty'
  const head = Array.from(bytes.subarray(0, beginning), (byte) => String.fromCharCode(byte)).join('')
  const magic = magics.find(([at, letters]) => head.startsWith(letters, at))
  if (magic) return magic[2]
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  const known = texts.find(([pattern]) => pattern.test(text))
  if (known) return known[1]
  return isPlainText(bytes) ? `text, which begins with ${JSON.stringify(text.slice(0, 40))}` : undefined
}

function isPlainText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, beginning)
  return (
    bytes.length < beginning
    && decodeUtf8(head) !== undefined
    && head.every((byte) => byte >= 32 || byte === 10 || byte === 13 || byte === 9)
  )
}

/** Git LFS's pointers, and web pages: what servers send in the place of a file. */
export function isPlaceholder(words: string | undefined): boolean {
  return words !== undefined && /Git LFS|HTML/.test(words)
}
