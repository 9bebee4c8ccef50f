// The full and the quick number of a stress test in; how many this run makes out.

const everything = process.env['STYLELENS_EXHAUSTIVE'] === '1' ? 'full' : ''
const asked = process.env['STYLELENS_STRESS'] ?? everything

/** All with `-- --exhaustive` or STYLELENS_STRESS=full; where that is a number, such a share of all. */
export function howMany(full: number, quick: number): number {
  if (asked === 'full') return full
  if (asked === '') return quick
  const share = Number(asked)
  if (share > 0 && share <= 1) return Math.ceil(full * share)
  throw new Error(`STYLELENS_STRESS must be "full" or a share in (0, 1]; received "${asked}".`)
}
