// The rows of a measurement in; mean accuracies of the groups, and of what no training has shown, out.
import type { RobustnessRow, Way } from './measure-robustness'

export interface RobustnessSummary {
  readonly clean: number
  /** Mean over the twelve corruptions that a photo may show. */
  readonly photo: number
  /** Those of the twelve that the training has not seen: how many, their mean and the least of them. */
  readonly unseen: { readonly corruptions: number; readonly mean: number; readonly least: number }
  /** Upside down and the quarter turns. */
  readonly turned: number
  readonly occlusion: number
}

export function summarizeRobustness(rows: readonly RobustnessRow[], way: Way): RobustnessSummary {
  const accuracies = (holds: (row: RobustnessRow) => boolean) =>
    rows.filter(holds).map(({ correct, pictures }) => correct[way] / pictures)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const group = (name: RobustnessRow['group']) => mean(accuracies((row) => row.group === name))
  const unseen = accuracies((row) => row.group === 'photo' && !row.seen)
  return {
    clean: group('clean'),
    photo: group('photo'),
    unseen: { corruptions: unseen.length, mean: mean(unseen), least: Math.min(...unseen) },
    turned: group('turned'),
    occlusion: group('occlusion'),
  }
}
