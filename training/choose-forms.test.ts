// Forms within the limits are shipped and reported; one beyond them is left out with the reason.
import { expect, it } from 'vitest'
import type { ConversionReport } from 'tfjs-to-onnx'
import type { ModelForm } from './build-form'
import { chooseForms } from './choose-forms'

const labels = Array.from({ length: 100 }, (_, row) => row % 10)

/** Sure of the true class, but in the first `wrong` pictures of the next one. */
function formOf(dtype: ModelForm['dtype'], wrong: number): ModelForm {
  const probabilities = new Float32Array(labels.length * 10).fill(0.01)
  labels.forEach((label, row) => (probabilities[row * 10 + ((label + Number(row < wrong)) % 10)] = 0.91))
  const flip = { temperature: 0.9, probabilities: new Float64Array(0) }
  return { dtype, bytes: Uint8Array.of(1, 2, 3), report: {} as ConversionReport, temperature: 1.25, probabilities, flip }
}

it('ships what answers the same and refuses what does not', () => {
  const { shipped, refused, reports } = chooseForms(formOf('fp32', 0), [formOf('fp16', 0), formOf('int8', 1)], labels)
  expect(shipped.map(({ dtype }) => dtype)).toEqual(['fp16'])
  expect(refused).toEqual([{ dtype: 'int8', reason: 'it loses 1.00 % of accuracy; 0.10 % is allowed' }])
  expect(reports).toMatchObject({
    fp16: { bytes: 3, temperature: 1.25, difference: { accuracyLoss: 0, changedAnswers: 0 }, validation: { correct: 100 } },
  })
  expect(Object.keys(reports)).toEqual(['fp16'])
})
