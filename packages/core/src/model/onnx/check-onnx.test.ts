// Files that are no ONNX models, or not for this runtime, in; errors that say what was received out.
import { describe, expect, it } from 'vitest'
import { makeOnnx, sampleGraph } from '../../../test/make-onnx'
import { checkOnnx } from './check-onnx'

const text = (words: string) => new TextEncoder().encode(words)
const latin = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0))

describe('checkOnnx', () => {
  it('gives the facts of a model', () => {
    expect(checkOnnx(makeOnnx(), 'model.onnx')).toMatchObject({ opset: 17, nodes: 3 })
  })

  it.each<[string, Uint8Array]>([
    ['empty', new Uint8Array()],
    ['a web page (HTML)', text('\n<!DOCTYPE html><html><body>Not found</body></html>')],
    ['a web page (HTML)', text('<!-- saved -->\n<HTML>')],
    ['JSON', text('{"message": "Not Found"}')],
    ['JSON', text('[1, 2]')],
    ['a pointer of Git LFS', text('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n')],
    ['an XML document', text('<?xml version="1.0"?><Error>')],
    ["a model in onnxruntime's own format", latin('\u0010\u0000\u0000\u0000ORTM')],
    ['a TensorFlow Lite model', latin('\u001c\u0000\u0000\u0000TFL3')],
    ['a zip archive', latin('PK\u0003\u0004\u0014')],
    ['a gzip archive', latin('\u001f\u008b\u0008')],
    ['a Python pickle', latin('\u0080\u0002}q')],
    ['an HDF5 file', latin('\u0089HDF\r\n')],
    ['a safetensors file', latin('\u0040\u0000\u0000\u0000\u0000\u0000\u0000\u0000{"__metadata__"')],
    ['text, which begins with "Moved Permanently"', text('Moved Permanently')],
  ])('%s is told', (words, bytes) => {
    expect(() => checkOnnx(bytes, 'model.onnx')).toThrow(`model.onnx is no ONNX file: it is ${words}`)
    expect(() => checkOnnx(bytes, 'model.onnx')).toThrow(expect.objectContaining({ code: 'model-invalid' }))
  })

  it.each<[string, RegExp, Uint8Array]>([
    ['model-invalid', /damaged or cut short: .* bytes behind its message/, makeOnnx().subarray(0, 200)],
    ['model-invalid', /its graph has no nodes/, makeOnnx({ ...sampleGraph, node: [] })],
    ['model-invalid', /its graph has no outputs/, makeOnnx({ ...sampleGraph, output: [] })],
    [
      'model-unsupported',
      /ONNX IR version 14; onnxruntime 1.30 reads 3 to 13/,
      makeOnnx(sampleGraph, { irVersion: 14n }),
    ],
    ['model-unsupported', /ONNX IR version 0;/, makeOnnx(sampleGraph, { irVersion: 0n })],
    [
      'model-unsupported',
      /opset 27; onnxruntime 1.30 reads 7 to 26/,
      makeOnnx(sampleGraph, { opsetImport: [{ version: 27n }] }),
    ],
    ['model-unsupported', /opset 6;/, makeOnnx(sampleGraph, { opsetImport: [{ domain: 'ai.onnx', version: 6n }] })],
    [
      'model-unsupported',
      /opset 0;/,
      makeOnnx(sampleGraph, { opsetImport: [{ domain: 'com.microsoft', version: 1n }] }),
    ],
  ])('%s %s', (code, message, bytes) => {
    expect(() => checkOnnx(bytes, 'model.onnx')).toThrow(message)
    expect(() => checkOnnx(bytes, 'model.onnx')).toThrow(expect.objectContaining({ code }))
  })
})
