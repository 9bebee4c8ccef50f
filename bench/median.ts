// Measured values in; their median, or the middle half of them, out.

/** The value below which `share` (0..1) of the values lie, linear between neighbours; throws for an empty list. */
function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('A median needs at least one value; received none.')
  const sorted = [...values].sort((one, other) => one - other)
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const above = Math.ceil(position)
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** What tells a quiet machine from a busy one: half of the values lie between the two. */
export function quartiles(values: readonly number[]): [lower: number, upper: number] {
  return [quantile(values, 0.25), quantile(values, 0.75)]
}
