// A file of a Hugging Face style folder and what it asks for in; the typed error that this is not done here out.
import { ClassifierError } from '../../classifier-error'
import { describeValue } from '../../describe-value'

export const preprocessorFile = 'preprocessor_config.json'

/** @param key as the file has it; its value is shown */
export function refuseField(key: string, value: unknown, reason: string): ClassifierError {
  const sentence = `${preprocessorFile} has "${key}": ${describeValue(value)}; ${reason}.`
  return new ClassifierError(
    'model-unsupported',
    `${sentence} Use another model, or write a manifest.json for this one.`,
  )
}

export function refuseModel(reason: string): ClassifierError {
  return new ClassifierError('model-unsupported', `The model cannot be used: ${reason}. Use another export of it.`)
}
