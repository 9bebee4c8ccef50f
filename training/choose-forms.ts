// The fp32 form, smaller ones and the true labels of the validation pictures in; which are shipped, and why the others not, out.
import type { ModelForm } from './build-form'
import { compareForms, reasonAgainst } from './compare-forms'
import { describeForm } from './create-manifest'
import { labels as classes } from './dataset/labels'
import { evaluateProbabilities } from './evaluate-probabilities'
import type { FormReport } from './report'

export interface ChosenForms {
  readonly shipped: readonly ModelForm[]
  readonly refused: readonly { readonly dtype: ModelForm['dtype']; readonly reason: string }[]
  /** Of the shipped ones, by dtype. */
  readonly reports: Readonly<Record<string, FormReport>>
}

export function chooseForms(whole: ModelForm, small: readonly ModelForm[], labels: ArrayLike<number>): ChosenForms {
  const judged = small.map((form) => {
    const difference = compareForms(whole.probabilities, form.probabilities, labels, classes.length)
    return { form, difference, reason: reasonAgainst(difference) }
  })
  const shipped = judged.filter(({ reason }) => reason === undefined)
  return {
    shipped: shipped.map(({ form }) => form),
    refused: judged.flatMap(({ form: { dtype }, reason }) => (reason === undefined ? [] : [{ dtype, reason }])),
    reports: Object.fromEntries(shipped.map(({ form, difference }) => [form.dtype, reportOf(form, difference, labels)])),
  }
}

function reportOf(form: ModelForm, difference: FormReport['difference'], labels: ArrayLike<number>): FormReport {
  const { sha256, bytes, temperature } = describeForm(form)
  const validation = evaluateProbabilities(form.probabilities, labels)
  return { sha256, bytes, temperature: temperature.value, difference, validation }
}
