// config.json of a Hugging Face style folder in; the labels of its classes, in their order, out.
import { ClassifierError } from '../../classifier-error'
import { describeValue } from '../../describe-value'
import { isRecord } from '../../is-record'

type Config = Readonly<Record<string, unknown>>

/** Throws 'model-manifest' where there are none, or not one for each number from 0 on. */
export function readLabels({ id2label: labels }: Config): string[] {
  if (!isRecord(labels)) throw wrongLabels(`must be an object; received ${describeValue(labels)}`)
  const { length } = Object.keys(labels)
  if (length === 0) throw wrongLabels('is empty')
  return Array.from({ length }, (_, index) => {
    const label = Object.hasOwn(labels, index) ? labels[index] : undefined
    if (typeof label === 'string' && label !== '') return label
    throw wrongLabels(
      `must have a label for each number from 0 to ${length - 1}; "${index}" is ${describeValue(label)}`,
    )
  })
}

function wrongLabels(difference: string): ClassifierError {
  return new ClassifierError(
    'model-manifest',
    `"id2label" of config.json ${difference}. Correct it, or write a manifest.json.`,
  )
}
