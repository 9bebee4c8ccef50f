// Manifests with files of several dtypes in; the manifest of one of them, or an error that names them, out.
import { expect, it } from 'vitest'
import { sampleManifest } from '../../test/sample-manifest'
import { parseManifest } from './parse-manifest'
import { selectDtype } from './select-dtype'

const int8 = {
  file: 'model-int8.onnx',
  sha256: 'cd'.repeat(32),
  bytes: 7,
  temperature: { value: 1.2, applied: 'in-graph' },
}
const { temperature: _, ...fp16 } = { ...int8, file: 'model-fp16.onnx' }
const manifest = parseManifest(sampleManifest({ files: { int8, fp16, later: int8 } }))

it('is the manifest itself for its own dtype', () => {
  expect(selectDtype(manifest, 'fp32')).toBe(manifest)
})

it('puts the file of the dtype in the place of the own', () => {
  expect(selectDtype(manifest, 'int8')).toEqual({ ...manifest, ...int8, dtype: 'int8' })
  expect(selectDtype(manifest, 'fp16')).toEqual({
    ...manifest,
    ...fp16,
    dtype: 'fp16',
    temperature: manifest.temperature,
  })
})

it('names what there is', () => {
  const halves = parseManifest(sampleManifest({ dtype: 'fp16' }))
  expect(() => selectDtype(halves, 'fp32')).toThrow("no file of dtype 'fp32'; it has 'fp16'. Pass one of these")
  expect(() => selectDtype(parseManifest(sampleManifest()), 'int8')).toThrow(
    expect.objectContaining({ code: 'option-invalid' }),
  )
})
