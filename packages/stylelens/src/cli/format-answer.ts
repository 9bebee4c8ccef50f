// An answer in, its lines for people out: columns that line up over all answers of one call.
import type { Prediction } from '@stylelens/node'
import type { Answer } from './classify-inputs'
import type { Style } from './terminal'

export interface Columns {
  readonly file: number
  readonly label: number
}

const widestFile = 48
const barLength = 20
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** The end of a long path says more than its beginning. */
const fit = (file: string) => (file.length > widestFile ? `...${file.slice(3 - widestFile)}` : file)

/** Widths that are known before the first answer. */
export function measureColumns(files: readonly string[], labels: readonly string[]): Columns {
  const longest = (texts: readonly string[]) => texts.reduce((width, text) => Math.max(width, text.length), 1)
  return { file: longest(files.map(fit)), label: longest(labels) }
}

/** 0.987 -> ' 98.7 %' */
const percent = (score: number) => `${(score * 100).toFixed(1).padStart(5)} %`

/** A score as a bar of at most 20 characters, to the eighth of one. */
export function drawBar(score: number): string {
  const length = Math.round(score * barLength * 8)
  return '█'.repeat(Math.floor(length / 8)) + eighths[length % 8]
}

function formatPrediction({ label, score }: Prediction, columns: Columns, bar: boolean): string {
  const text = `${label.padEnd(columns.label)}  ${percent(score)}`
  return bar ? `${text}  ${drawBar(score).padEnd(barLength)}` : text
}

/** The best prediction with provider and time on the first line, the others below it. Bars are for terminals only. */
export function formatAnswer(answer: Answer, columns: Columns, style: Style, bar: boolean): string {
  const [best, ...others] = answer.predictions
  const file = fit(answer.file).padEnd(columns.file)
  const facts = style.dim(`${answer.executionProvider}  ${answer.ms.toFixed(1)} ms`)
  if (best === undefined) return `${file}  ${'-'.padEnd(columns.label)}  ${facts}\n`
  const first = `${file}  ${style.bold(formatPrediction(best, columns, bar))}  ${facts}`
  const indent = ' '.repeat(columns.file + 2)
  const rest = others.map((prediction) => `${indent}${style.dim(formatPrediction(prediction, columns, bar).trimEnd())}`)
  return `${[first, ...rest].join('\n')}\n`
}
