// The history of a run in; its curves by name, without the epochs in which a value was not measured, out.
import type { EpochRecord } from './history'
import type { CurvePoint } from './pages/draw-curves'

/** What is drawn of a run. */
export const curveKinds = {
  loss: { title: 'Training loss', label: 'loss, nats', value: ({ loss }: EpochRecord) => loss },
  validationLoss: {
    title: 'Validation loss',
    label: 'NLL, nats',
    value: ({ validationLoss }: EpochRecord) => validationLoss,
  },
  validationAccuracy: {
    title: 'Validation accuracy',
    label: 'right, %',
    value: ({ validationAccuracy }: EpochRecord) => (validationAccuracy === null ? null : 100 * validationAccuracy),
  },
  learningRate: {
    title: 'Learning rate',
    label: 'learning rate',
    value: ({ learningRate }: EpochRecord) => learningRate,
  },
} as const

export type CurveKind = keyof typeof curveKinds

export function historyCurve(history: readonly EpochRecord[], kind: CurveKind): CurvePoint[] {
  return history.flatMap((record) => {
    const value = curveKinds[kind].value(record)
    return value === null ? [] : [{ epoch: record.epoch, value }]
  })
}
