// Numbers in; the texts in which people read them on a page out.

/** 0.93571 -> '93.57 %' */
export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`

/** 0.93 to 0.94 -> '93.00 to 94.00 %' */
export const percentRange = ([low, high]: readonly [number, number], digits = 2): string =>
  `${(100 * low).toFixed(digits)} to ${percent(high, digits)}`

/** 10000 -> '10,000' */
export const thousands = (value: number): string => value.toLocaleString('en')
