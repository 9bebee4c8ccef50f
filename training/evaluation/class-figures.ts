// A confusion matrix in; precision, recall, F1 and support of each class, and their means, out.

export interface ClassFigures {
  /** Share of its answers that are right; null where the class was never answered. */
  readonly precision: number | null
  /** Share of its pictures that are answered so; null where it has no picture. */
  readonly recall: number | null
  /** Harmonic mean of both; null where one of them is. */
  readonly f1: number | null
  /** Number of its pictures. */
  readonly support: number
}

export interface MeanFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)

export function classFigures(matrix: readonly (readonly number[])[]): ClassFigures[] {
  return matrix.map((row, label) => {
    const support = row.reduce((sum, count) => sum + count, 0)
    const answered = matrix.reduce((sum, { [label]: count }) => sum + count, 0)
    const precision = ratio(row[label], answered)
    const recall = ratio(row[label], support)
    const f1 = precision === null || recall === null ? null : (ratio(2 * row[label], support + answered) ?? 0)
    return { precision, recall, f1, support }
  })
}

/** Means over classes: `macro` counts every class alike, `weighted` by its support. A missing figure counts as 0. */
export function meanFigures(figures: readonly ClassFigures[]): { macro: MeanFigures; weighted: MeanFigures } {
  const total = figures.reduce((sum, { support }) => sum + support, 0)
  const mean = (key: keyof MeanFigures, weight: (figure: ClassFigures) => number) =>
    figures.reduce((sum, figure) => sum + (figure[key] ?? 0) * weight(figure), 0)
  const means = (weight: (figure: ClassFigures) => number): MeanFigures => ({
    precision: mean('precision', weight),
    recall: mean('recall', weight),
    f1: mean('f1', weight),
  })
  return { macro: means(() => 1 / figures.length), weighted: means(({ support }) => support / total) }
}
