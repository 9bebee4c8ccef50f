// Options come in; defaults are filled in and impossible wishes refused with the reason.
import { describe, expect, it } from 'vitest'
import { checkOptions } from './conversion-options'
import type { ConversionOptions } from './conversion-options'

describe('checkOptions', () => {
  it('fills in the defaults', () => {
    const formats = { weights: 'fp32', inputLayout: 'nhwc-f32', names: 'layers' }
    const expected = { opset: 17, foldBatchNorm: true, mergeBranches: true, ...formats, input: {}, metadata: {}, outputs: undefined }
    expect(checkOptions({})).toEqual(expected)
  })

  it.each([13, 17, 21])('accepts opset %i', (opset) => {
    expect(checkOptions({ opset }).opset).toBe(opset)
  })

  it.each([
    [12, /different inputs/],
    [22, /WebGPU and CUDA.*13 to 21/],
    [17.5, /not supported/],
    [Number.NaN, /not supported/],
  ])('refuses opset %d', (opset, reason) => {
    expect(() => checkOptions({ opset })).toThrow(expect.objectContaining({ code: 'opset-unsupported' }))
    expect(() => checkOptions({ opset })).toThrow(reason)
  })

  it.each<[string, ConversionOptions]>([
    ['input.subtract', { input: { subtract: Number.NaN } }],
    ['input.multiply', { input: { multiply: [] } }],
    ['metadata.epochs', { metadata: { epochs: 3 as unknown as string } }],
    ['keepBelow', { keepBelow: Number.NaN }],
    ['names', { names: 'none' as unknown as 'short' }],
    ['outputs', { outputs: [] }],
    ['outputs', { outputs: [{ name: '' }] }],
    ['outputs', { outputs: [{ name: 'a' }, { name: 'a' }] }],
    ['outputs', { input: { name: 'a' }, outputs: [{ name: 'a' }] }],
    ['outputs', { outputs: [{ name: 'a', divideBy: 0 }] }],
    ['outputs', { outputs: [{ name: 'a', divideBy: -1 }] }],
    ['outputs', { outputs: [{ name: 'a' }, { name: 'b', softmaxOf: 'a', divideBy: 2 }] }],
  ])('refuses %s: %j', (key, options) => {
    expect(() => checkOptions(options)).toThrow(expect.objectContaining({ code: 'option-invalid', key }))
  })
})
