// Probabilities in; the order, the number and the cut of the predictions out.
import { describe, expect, it } from 'vitest'
import { rankPredictions } from './rank-predictions'

const labels = ['coat', 'bag', 'dress', 'shirt']
const probabilities = Float32Array.of(0.25, 0.125, 0.5, 0.125)
const rank = (topK: number | null, scoreThreshold = 0) =>
  rankPredictions(probabilities, labels, { topK, scoreThreshold }).map(({ label }) => label)

describe('rankPredictions', () => {
  it('answers label, score and index', () => {
    expect(rankPredictions(probabilities, labels, { topK: 1, scoreThreshold: 0 }))
      .toEqual([{ label: 'dress', score: 0.5, index: 2 }])
  })

  it.each<[number | null, number, string[]]>([
    [null, 0, ['dress', 'coat', 'bag', 'shirt']], // equal scores keep the labels' order
    [99, 0, ['dress', 'coat', 'bag', 'shirt']],
    [2, 0, ['dress', 'coat']],
    [3, 0, ['dress', 'coat', 'bag']],
    [null, 0.25, ['dress', 'coat']], // a score on the threshold stays
    [null, 0.26, ['dress']],
    [1, 0.1, ['dress']],
    [null, 0.9, []],
  ])('topK %s, scoreThreshold %s', (topK, scoreThreshold, expected) => {
    expect(rank(topK, scoreThreshold)).toEqual(expected)
  })

  it.each([NaN, Infinity, -Infinity])('refuses %s', (value) => {
    const wrong = Float32Array.of(0.5, value, 0.5, 0)
    const rankWrong = () => rankPredictions(wrong, labels, { topK: 1, scoreThreshold: 0 })
    expect(rankWrong).toThrow(`${value} as the probability of "bag"`)
    expect(rankWrong).toThrow(expect.objectContaining({ code: 'run-failed' }))
  })

  it('refuses another number of probabilities than of labels', () => {
    const rankFew = () => rankPredictions(probabilities.subarray(1), labels, { topK: null, scoreThreshold: 0 })
    expect(rankFew).toThrow('3 probabilities for 4 labels')
    expect(rankFew).toThrow(expect.objectContaining({ code: 'run-failed' }))
  })
})
