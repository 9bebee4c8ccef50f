// Sizes, strides and dilations come in; the pads must be TensorFlow's SAME_UPPER.
import { describe, expect, it } from 'vitest'
import { LayerConfig } from './layer-config'
import { samePads, windowAttributes } from './window'

describe('samePads', () => {
  it.each([
    // input, window, stride, dilation, begin, end
    [28, 3, 1, 1, 1, 1],
    [28, 3, 2, 1, 0, 1],
    [7, 3, 2, 1, 1, 1],
    [5, 2, 1, 1, 0, 1],
    [5, 4, 1, 1, 1, 2],
    [5, 1, 3, 1, 0, 0],
    [9, 3, 1, 2, 2, 2],
    [1, 5, 1, 1, 2, 2],
  ])('of input %i, window %i, stride %i, dilation %i', (input, size, stride, dilation, begin, end) => {
    expect(samePads(input, size, stride, dilation)).toEqual({ begin, end })
  })
})

describe('windowAttributes', () => {
  const window = { size: [3, 2], strides: [1, 1], dilations: [1, 1] }

  it('lists the begins of all axes before the ends', () => {
    const attributes = windowAttributes(new LayerConfig('conv', { padding: 'same' }), window, ['N', 8, 9, 3])
    expect(attributes.pads).toEqual({ type: 'ints', values: [1, 0, 1, 1] })
  })

  it('refuses causal padding', () => {
    const config = new LayerConfig('conv', { padding: 'causal' })
    const refusal = /conv.*padding = "causal".*config-unsupported/
    expect(() => windowAttributes(config, window, ['N', 8, 9, 3])).toThrow(refusal)
  })
})
