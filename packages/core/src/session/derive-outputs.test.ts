// Outputs of graphs with logits or probabilities alone in; both of them out.
import { describe, expect, it } from 'vitest'
import type { ModelOutputs } from '../manifest'
import { deriveOutputs, graphLengths } from './derive-outputs'

const both: ModelOutputs = { logits: 'a', probabilities: 'b' }
const softmax: ModelOutputs = { logits: 'a', probabilities: 'softmax(a)', derived: 'softmax' }
const sigmoid: ModelOutputs = { logits: 'a', probabilities: 'sigmoid(a)', derived: 'sigmoid' }
const log: ModelOutputs = { logits: 'log(b)', probabilities: 'b', derived: 'log' }

describe('what is asked of the graph', () => {
  it.each<[ModelOutputs, Record<string, number | null>, Record<string, number | null>]>([
    [both, { a: 3, b: 3 }, { a: 3, b: 3 }],
    [softmax, { 'softmax(a)': 3 }, { a: 3 }],
    [softmax, { 'softmax(a)': 3, a: 3, e: null }, { a: 3, e: null }],
    [softmax, { a: 3 }, { a: 3 }],
    [log, { 'log(b)': 3, b: 3 }, { b: 3 }],
  ])('%j of %j', (outputs, lengths, asked) => {
    expect(graphLengths(outputs, lengths)).toEqual(asked)
  })
})

describe('what is made of it', () => {
  const logits = Float32Array.of(1, 3, -2)

  it('passes what the graph gives', () => {
    const row = { a: logits }
    expect(deriveOutputs(both, ['a'], row)).toBe(row)
    expect(deriveOutputs(softmax, ['a'], row)).toBe(row)
  })

  it('softmax, of any size', () => {
    const { 'softmax(a)': scores, ...others } = deriveOutputs(softmax, ['softmax(a)'], { a: logits })
    expect(others).toEqual({})
    const sum = Math.exp(1) + Math.exp(3) + Math.exp(-2)
    expect(scores).toEqual(Float32Array.from(logits, (value) => Math.exp(value) / sum))
    const large = deriveOutputs(softmax, ['softmax(a)'], { a: Float32Array.of(1000, 1000, -1000) })
    expect(large['softmax(a)']).toEqual(Float32Array.of(0.5, 0.5, 0))
  })

  it('sigmoid, each label by itself', () => {
    const made = deriveOutputs(sigmoid, ['sigmoid(a)', 'a'], { a: Float32Array.of(0, 100, -100) })
    expect(Array.from(made['sigmoid(a)'])).toEqual([0.5, 1, expect.closeTo(0, 20)])
    expect(Object.keys(made)).toEqual(['sigmoid(a)', 'a'])
  })

  it('logarithms, finite for 0 too', () => {
    const { 'log(b)': made } = deriveOutputs(log, ['log(b)', 'b'], { b: Float32Array.of(0.5, 1, 0) })
    expect(Array.from(made)).toEqual([Math.fround(Math.log(0.5)), 0, Math.fround(-126 * Math.LN2)])
  })
})
