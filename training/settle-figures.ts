// The figures of a model's forms on the test pictures in; the log, report.json and the card that they give, or a refusal, out.
import { join } from 'node:path'
import type { ModelManifest } from '@stylelens/core'
import { readReport, writeReport, type LoggedFigures, type ModelReport, type TestEvaluation } from './report'
import { agrees, findTestLine, logTestFigure, readTestLog, type TestLogLine } from './test-log'
import { writeModelCard } from './write-model-card'

/** A file of the model, and how it is asked. */
export interface AskedForm {
  readonly name: 'fp32' | 'fp16' | 'int8' | 'flip'
  readonly dtype: 'fp32' | 'fp16' | 'int8'
  readonly tta: 'none' | 'flip'
  readonly sha256: string
}

export interface MeasuredForm {
  readonly form: AskedForm
  readonly test: TestEvaluation
}

/** Every file of the model, and the first of them with `tta: 'flip'`. */
export function formsOf({ sha256, files = {} }: Pick<ModelManifest, 'sha256' | 'files'>): AskedForm[] {
  const small = (['fp16', 'int8'] as const).flatMap((dtype) => {
    const file = files[dtype]
    return file === undefined ? [] : [{ name: dtype, dtype, tta: 'none', sha256: file.sha256 } as const]
  })
  return [
    { name: 'fp32', dtype: 'fp32', tta: 'none', sha256 },
    ...small,
    { name: 'flip', dtype: 'fp32', tta: 'flip', sha256 },
  ]
}

/** Logs what was never logged; throws where a logged figure is another one. Returns the dates of the lines. */
export async function settleFigures(
  folder: string,
  logFile: string,
  { name: model, recipe }: Pick<ModelManifest, 'name' | 'recipe'>,
  measured: readonly MeasuredForm[],
): Promise<string[]> {
  const today = new Date().toISOString().slice(0, 10)
  const dates: string[] = []
  for (const { form, test } of measured) {
    const line = await logTestFigure(logFile, lineOf(form, { model, recipe, date: today }, test))
    requireAgreement(line, test)
    const report = await readReport(folder)
    await writeReport(folder, withTest(report, form, { ...test, ...figuresOf(line) }))
    dates.push(line.date)
  }
  await writeModelCard(folder)
  return dates
}

/** Writes nothing; throws where a form has no line in the log, or the log or the report has another figure. */
export async function checkFigures(folder: string, logFile: string, measured: readonly MeasuredForm[]): Promise<void> {
  const lines = await readTestLog(logFile)
  const report = await readReport(folder)
  for (const { form, test } of measured) {
    const line = findTestLine(lines, keysOf(form))
    if (line === undefined) {
      throw new Error(`${logFile} has no line for ${form.name} ${form.sha256}. Run evaluate without --check once.`)
    }
    requireAgreement(line, test)
    const reported = reportedTest(report, form)
    if (reported === undefined || !agrees(reported, test)) {
      throw new Error(`${join(folder, 'report.json')} has another figure of ${form.name}.`)
    }
  }
}

export function reportedTest({ test, forms, flip }: ModelReport, { name }: AskedForm): TestEvaluation | undefined {
  if (name === 'fp32') return test
  return name === 'flip' ? flip?.test : forms?.[name]?.test
}

function withTest(report: ModelReport, { name }: AskedForm, test: TestEvaluation): ModelReport {
  if (name === 'fp32') return { ...report, test }
  if (name === 'flip') return report.flip === undefined ? report : { ...report, flip: { ...report.flip, test } }
  const form = report.forms?.[name]
  return form === undefined ? report : { ...report, forms: { ...report.forms, [name]: { ...form, test } } }
}

/** What tells two lines apart; what is usual is not said. */
const keysOf = ({ sha256, dtype, tta }: AskedForm) => ({
  sha256,
  ...(dtype !== 'fp32' && { dtype }),
  ...(tta !== 'none' && { tta }),
})

function lineOf(
  form: AskedForm,
  { model, recipe, date }: Pick<TestLogLine, 'model' | 'recipe' | 'date'>,
  test: TestEvaluation,
): TestLogLine {
  const { sha256, ...choice } = keysOf(form)
  return { model, sha256, recipe, date, ...choice, ...figuresOf(test) }
}

/** Those that the log keeps. */
export const figuresOf = (figures: LoggedFigures): LoggedFigures => ({
  pictures: figures.pictures,
  correct: figures.correct,
  accuracy: figures.accuracy,
  interval: figures.interval,
  negativeLogLikelihood: figures.negativeLogLikelihood,
  expectedCalibrationError: figures.expectedCalibrationError,
})

export function requireAgreement(line: TestLogLine, test: TestEvaluation): void {
  if (!agrees(line, test)) throw new Error(`The logged figure of this file is another one: ${JSON.stringify(line)}`)
}
