// A subject in; proof that each smaller form of the model is chosen by `dtype` and gives the scores of its own file out.
import type { ModelDtype } from '@stylelens/core'
import { check, equal, rejectsWith } from './expectations'
import { inputsHaveScores } from './golden-cases'
import type { ContractCase, Subject } from './subject'

export const formCases: readonly ContractCase[] = (['fp16', 'int8'] as const).map((dtype) => ({
  name: `form: ${dtype} is a smaller file, and all inputs have its scores; or it is not there, and refused`,
  run: (subject) => hasForm(subject, dtype),
}))

async function hasForm(subject: Subject, dtype: ModelDtype): Promise<void> {
  const { manifest: whole } = await subject.classifier()
  const form = whole.files?.[dtype]
  if (form === undefined) {
    await rejectsWith('option-invalid', () => subject.create({ dtype }), `asking for ${dtype}`)
    return
  }
  await subject.withClassifier({ dtype }, async ({ manifest }) => {
    const { sha256, bytes, temperature } = manifest
    equal([manifest.dtype, sha256, bytes, temperature], [dtype, form.sha256, form.bytes, form.temperature], 'The form')
    check(sha256 !== whole.sha256 && bytes < whole.bytes, 'The form must be another and smaller file.')
  })
  await inputsHaveScores(subject, { dtype })
}
