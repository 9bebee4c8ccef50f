// Sizes, strides and dilations come in; the pads must be TensorFlow's SAME_UPPER.
import { describe, expect, it } from 'vitest'
import { LayerConfig } from './layer-config'
import { samePads, windowAttributes } from './window'
import type { WindowReader } from './window'

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
  const reader = (padding: string): WindowReader => ({ config: new LayerConfig('conv', { padding }), meet: () => {} })

  it('lists the begins of all axes before the ends', () => {
    const attributes = windowAttributes(reader('same'), window, [8, 9])
    expect(attributes.pads).toEqual({ type: 'ints', values: [1, 0, 1, 1] })
  })

  it('refuses causal padding', () => {
    const refusal = /conv.*padding = "causal".*config-unsupported/
    expect(() => windowAttributes(reader('causal'), window, [8, 9])).toThrow(refusal)
  })

  it('needs no size where the pads do not depend on it', () => {
    const pads = (strides: number[], size: number[], padding: string): unknown =>
      windowAttributes(reader(padding), { size, strides, dilations: [1, 1] }, ['H', 'W']).pads
    expect(pads([1, 1], [3, 2], 'same')).toEqual({ type: 'ints', values: [1, 0, 1, 1] })
    expect(pads([2, 2], [1, 1], 'same')).toEqual({ type: 'ints', values: [0, 0, 0, 0] })
    expect(pads([2, 2], [3, 3], 'valid')).toEqual({ type: 'ints', values: [0, 0, 0, 0] })
    expect(() => pads([2, 1], [3, 3], 'same')).toThrow(expect.objectContaining({ code: 'dimension-unknown' }))
  })

  it.each([
    // input, window, stride, whether tfjs pads by a negative number
    [7, 1, 3, false],
    [8, 1, 3, true],
    [8, 2, 2, false],
    [9, 3, 2, false],
  ])('notes where tfjs shifts a window of three axes: input %i, window %i, stride %i', (input, size, stride, isMet) => {
    const met: string[] = []
    const cube = { size: [size, 1, 1], strides: [stride, 1, 1], dilations: [1, 1, 1] }
    windowAttributes({ ...reader('same'), meet: quirk => met.push(quirk) }, cube, [input, 4, 4])
    expect(met).toEqual(isMet ? ['same-padding-3d'] : [])
  })
})
