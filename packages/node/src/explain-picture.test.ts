// Pictures and models in; checked is that their inner values add up to their scores, on both runtimes.
import { describe, expect, it } from 'vitest'
import { explainPicture } from './explain-picture'
import { loadClassifier } from './load-classifier'

const tiny = new URL('../test/tiny/', import.meta.url)

/** Stripes, which a network answers by all of its layers. */
const picture = (period: number) => ({
  data: Uint8Array.from({ length: 784 }, (_, pixel) => ((pixel % period) * 255) / period),
  width: 28,
  height: 28,
  channels: 1,
})

describe.each(['cpu', 'wasm'] as const)('explainPicture on %s', (executionProviders) => {
  it.each(['fashion-nano', 'fashion-small'])(
    '%s: the places of a label add up to its logit without the bias',
    async (model) => {
      const classifier = await loadClassifier({ model, executionProviders })
      const biases = new Map<string, number[]>()
      for (const period of [5, 28]) {
        const { logits, predictions: expected } = await classifier.classifyDetailed(picture(period), { topK: null })
        const { activations, predictions, layers, kernels, backend } = await explainPicture(picture(period), {
          model,
          executionProviders,
        })
        expect(predictions).toEqual(expected)
        expect(backend.executionProvider).toBe(executionProviders)
        expect(kernels?.dims.slice(1)).toEqual([1, 3, 3])
        expect(layers[0].tensor.dims).toEqual([1, kernels?.dims[0], 28, 28])
        expect(activations?.map(({ label }) => label)).toEqual(predictions.slice(0, 3).map(({ label }) => label))
        for (const { label, values } of activations ?? []) {
          const bias = logits[classifier.labels.indexOf(label)] - values.reduce((sum, value) => sum + value, 0)
          biases.set(label, [...(biases.get(label) ?? []), bias])
        }
      }
      await classifier.dispose()
      const seenTwice = [...biases.values()].filter(({ length }) => length === 2)
      expect(seenTwice.length).toBeGreaterThan(0)
      for (const [one, other] of seenTwice) expect(one).toBeCloseTo(other, 4)
    },
  )
})

it('gives the scores of a model that has no convolution, and nothing that it does not have', async () => {
  const { predictions, kernels, layers, activations, hidden } = await explainPicture(picture(28), { model: tiny })
  expect(predictions).toHaveLength(2)
  expect({ kernels, layers, activations, hidden }).toEqual({
    kernels: null,
    layers: [],
    activations: null,
    hidden: null,
  })
})

it('rejects as classify does', async () => {
  await expect(explainPicture('none.png', { model: tiny })).rejects.toMatchObject({ code: 'image-not-found' })
  await expect(explainPicture(picture(28), { model: 'none' })).rejects.toMatchObject({ code: 'model-not-found' })
})
