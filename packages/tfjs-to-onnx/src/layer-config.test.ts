// Layer settings come in; typed values go out, and what nobody read or nobody supports is an error that names it.
import { describe, expect, it } from 'vitest'
import { LayerConfig } from './layer-config'

describe('LayerConfig', () => {
  it('reads settings by type', () => {
    const config = new LayerConfig('x', { text: 'same', size: 3, flag: false, pair: [1, 2], nothing: null })
    expect(config.string('text')).toBe('same')
    expect(config.number('size')).toBe(3)
    expect(config.boolean('flag')).toBe(false)
    expect(config.numbers('pair', 2)).toEqual([1, 2])
    expect(config.numbers('size', 2)).toEqual([3, 3])
    expect(config.optional('nothing')).toBeUndefined()
    expect(() => config.assertAllRead()).not.toThrow()
  })

  it.each([
    ['string', (config: LayerConfig) => config.string('wrong')],
    ['number', (config: LayerConfig) => config.number('wrong')],
    ['boolean', (config: LayerConfig) => config.boolean('wrong')],
    ['numbers', (config: LayerConfig) => config.numbers('wrong', 2)],
    ['expect', (config: LayerConfig) => config.expect('wrong', 1, 'only 1')],
  ])('refuses a wrong value: %s', (_, read) => {
    const place = { code: 'layer-config-unsupported', layer: 'x', key: 'wrong' }
    expect(() => read(new LayerConfig('x', { wrong: [1, 'a'] }))).toThrow(expect.objectContaining(place))
  })

  it('refuses a setting nobody read', () => {
    const config = new LayerConfig('x', { known: 1, groups: 2 })
    config.number('known')
    const place = { code: 'layer-config-unread', layer: 'x', key: 'groups' }
    expect(() => config.assertAllRead()).toThrow(expect.objectContaining(place))
  })

  it('lets settings of the training pass', () => {
    const settings = { name: 'x', trainable: true, kernelInitializer: {}, biasRegularizer: {}, betaConstraint: {} }
    expect(() => new LayerConfig('x', settings).assertAllRead()).not.toThrow()
  })

  it('refuses layers that do not compute in float32', () => {
    expect(() => new LayerConfig('x', { dtype: 'float16' })).toThrow(expect.objectContaining({ key: 'dtype' }))
  })
})
