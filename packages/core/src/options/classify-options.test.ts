// The options of single calls in all wrong ways in, the typed error that names them out; and what right ones mean.
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../test/error-of'
import { classifyOptionTable, embedOptionTable, streamOptionTable } from './classify-option-table'
import { resolveClassifyOptions, resolveEmbedOptions } from './classify-options'
import type { ClassifyOptions, EmbedOptions, StreamOptions } from './classify-options'
import { resolveStreamOptions } from './stream-options'

const labels = ['bag', 'coat', 'dress', 'shirt']
const classify = (options: unknown) => resolveClassifyOptions(options as ClassifyOptions, labels)
const embed = (options: unknown) => resolveEmbedOptions(options as EmbedOptions)
const stream = (options: unknown) => resolveStreamOptions(options as StreamOptions, labels)
const quarter = { left: 0.5, top: 0.5, width: 0.5, height: 0.5 }

describe('classify options', () => {
  it.each([
    [undefined, 4], [{}, 4], [{ topK: undefined }, 4], [{ topK: 1 }, 1], [{ topK: 99 }, 4], [{ topK: null }, 4],
  ])('%j gives topK %i', (options, topK) => {
    const defaults = { scoreThreshold: 0, functionToApply: 'softmax', tta: 'none', allowed: undefined, region: undefined }
    expect(classify(options)).toEqual({ topK, ...defaults, signal: undefined })
  })

  it('topK is 5 where there are more labels', () => {
    expect(resolveClassifyOptions({}, [...labels, 'boot', 'sandal']).topK).toBe(5)
  })

  it.each([
    ['topK', 0], ['topK', -1], ['topK', 1.5], ['topK', Number.NaN], ['topK', Infinity], ['topK', '3'],
    ['scoreThreshold', -0.1], ['scoreThreshold', 1.1], ['scoreThreshold', Number.NaN], ['scoreThreshold', null],
    ['labelAllowlist', []], ['labelAllowlist', 'bag'], ['labelAllowlist', ['bag', 1]], ['labelAllowlist', null],
    ['labelDenylist', 'bag'], ['labelDenylist', [null]], ['labelDenylist', new Set(['bag'])],
    ['functionToApply', 'relu'], ['functionToApply', null], ['functionToApply', true],
    ['region', null], ['region', [0, 0, 1, 1]], ['region', {}], ['region', { ...quarter, width: undefined }],
    ['region', { ...quarter, width: 0 }], ['region', { ...quarter, height: -0.1 }],
    ['region', { ...quarter, left: 0.6 }], ['region', { ...quarter, top: 0.50001 }],
    ['region', { ...quarter, left: -0.1 }], ['region', { ...quarter, width: Number.NaN }],
    ['region', { ...quarter, height: '0.5' }], ['region', { ...quarter, right: 1 }],
    ['region', { left: 10, top: 10, width: 50, height: 50 }],
    ['signal', 'stop'], ['signal', null],
  ])('%s: %j is refused by name', (name, value) => {
    const error = errorOf(() => classify({ [name]: value }))
    expect(error.code).toBe('option-invalid')
    expect(error.message).toContain(`Option "${name}" must be`)
  })

  it('refuse unknown names and list the known ones', () => {
    const error = errorOf(() => classify({ topk: 3 }))
    expect(error.code).toBe('option-unknown')
    for (const name of Object.keys(classifyOptionTable)) expect(error.message).toContain(name)
  })

  it('explain pictures.map(classify)', () => {
    expect(errorOf(() => classify(0)).message).toContain('classify(picture)')
  })

  it('take a region to its edges, also where the sum is not exact, and keep it as it was given', () => {
    const region = { left: 0.7, top: 0.1, width: 0.30000000000000004, height: 0.9 }
    const resolved = classify({ region })
    region.left = 0
    expect(resolved.region).toEqual({ left: 0.7, top: 0.1, width: 0.30000000000000004, height: 0.9 })
  })
})

describe('functionToApply', () => {
  it('none has no bounds for the threshold, and none by default', () => {
    expect(classify({ functionToApply: 'none' }).scoreThreshold).toBe(-Infinity)
    expect(classify({ functionToApply: 'none', scoreThreshold: -3.5 }).scoreThreshold).toBe(-3.5)
    const wrong = { functionToApply: 'none', scoreThreshold: '2' }
    expect(errorOf(() => classify(wrong)).message).toContain('a finite number')
  })

  it.each(['softmax', 'sigmoid'])('%s keeps the threshold within 0 and 1', (functionToApply) => {
    expect(classify({ functionToApply }).scoreThreshold).toBe(0)
    expect(errorOf(() => classify({ functionToApply, scoreThreshold: 2 })).code).toBe('option-invalid')
  })
})

describe('lists of labels', () => {
  it.each([
    [{ labelAllowlist: ['coat', 'bag', 'coat'] }, ['coat', 'bag']],
    [{ labelDenylist: ['coat', 'bag'] }, ['dress', 'shirt']],
    [{ labelDenylist: [] }, labels],
  ])('%j allow %j', (options, allowed) => {
    expect([...classify(options).allowed ?? []]).toEqual(allowed)
  })

  it('exclude each other', () => {
    const error = errorOf(() => classify({ labelAllowlist: ['bag'], labelDenylist: ['coat'] }))
    expect([error.code, error.message]).toEqual(['option-invalid', expect.stringContaining('exclude each other')])
    expect(classify({ labelAllowlist: ['bag'], labelDenylist: undefined }).allowed).toEqual(new Set(['bag']))
  })

  it.each(['labelAllowlist', 'labelDenylist'])('%s with an unknown label is refused, with the known ones', (name) => {
    const error = errorOf(() => classify({ [name]: ['bag', 'Coat'] }))
    expect(error.code).toBe('label-unknown')
    expect(error.message).toContain(`"${name}" names "Coat"`)
    for (const label of labels) expect(error.message).toContain(`"${label}"`)
  })

  it('lists the first labels of a model with very many', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `class ${index}`)
    const { message } = errorOf(() => resolveClassifyOptions({ labelAllowlist: ['x'] }, many))
    expect(message).toContain('"class 49" and 950 more')
    expect(message).not.toContain('"class 50"')
  })
})

describe('embed options', () => {
  it('are a region and a signal', () => {
    const { signal } = new AbortController()
    expect(embed({ region: quarter, signal })).toEqual({ region: quarter, signal })
    expect(embed(undefined)).toEqual({ region: undefined, signal: undefined })
  })

  it('refuse those of classify', () => {
    const error = errorOf(() => embed({ topK: 3 }))
    expect(error.code).toBe('option-unknown')
    for (const name of Object.keys(embedOptionTable)) expect(error.message).toContain(name)
  })
})

describe('stream options', () => {
  it('are those of classify, two more, and the signal apart', () => {
    const { signal } = new AbortController()
    expect(stream({ topK: 2, region: quarter, dropFrames: true, concurrency: 3, signal }))
      .toEqual({ ofClassify: { topK: 2, region: quarter }, dropFrames: true, concurrency: 3, signal })
    expect(stream(undefined)).toEqual({ ofClassify: {} })
  })

  it.each([
    ['dropFrames', 1], ['dropFrames', 'yes'], ['concurrency', 0], ['concurrency', 1.5], ['concurrency', Infinity],
    ['topK', 0], ['signal', {}],
  ])('%s: %j is refused by name', (name, value) => {
    const error = errorOf(() => stream({ [name]: value }))
    expect([error.code, error.message]).toEqual(['option-invalid', expect.stringContaining(`"${name}" must be`)])
  })

  it('refuse unknown names, labels and thresholds as classify does', () => {
    const error = errorOf(() => stream({ fps: 30 }))
    expect(error.code).toBe('option-unknown')
    for (const name of Object.keys(streamOptionTable)) expect(error.message).toContain(name)
    expect(errorOf(() => stream({ labelDenylist: ['boot'] })).code).toBe('label-unknown')
    expect(stream({ functionToApply: 'none', scoreThreshold: -5 }).ofClassify.scoreThreshold).toBe(-5)
  })
})
