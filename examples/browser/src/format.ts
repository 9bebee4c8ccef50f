// Numbers in; the words that the page shows for them out.

/** 0..1 as a percentage with one digit. Only a certainty is 100 %, and only an impossibility 0 %. */
export function percentage(score: number): string {
  const percent = 100 * score
  if (percent > 99.9 && percent < 100) return '> 99.9 %'
  if (percent > 0 && percent < 0.1) return '< 0.1 %'
  return `${percent.toFixed(1)} %`
}

/** As a voice says it. */
export const spokenPercentage = (score: number): string => `${Math.round(100 * score)} percent`

export const milliseconds = (value: number): string => value.toFixed(value < 99.95 ? 1 : 0)

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
