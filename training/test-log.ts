// The append-only log of figures on the test labels: one line a model file, the first figure stands.
import { logOnce } from './append-only-log'
import { readJsonLines } from './json-lines'
import type { LoggedFigures } from './report'

export interface TestLogLine extends LoggedFigures {
  readonly model: string
  readonly sha256: string
  readonly recipe: string
  readonly date: string
  /** Absent: 'fp32'. */
  readonly dtype?: 'fp16' | 'int8'
  /** Absent: 'none'. A file has a line for each way of asking it. */
  readonly tta?: 'flip'
}

/** How far a recomputed figure may be from the logged one: another processor may round a tie otherwise. */
export const agreement = { correct: 1, expectedCalibrationError: 0.0002 } as const

export function agrees(logged: LoggedFigures, computed: LoggedFigures): boolean {
  const calibration = Math.abs(logged.expectedCalibrationError - computed.expectedCalibrationError)
  return (
    logged.pictures === computed.pictures &&
    Math.abs(logged.correct - computed.correct) <= agreement.correct &&
    calibration <= agreement.expectedCalibrationError
  )
}

export const readTestLog = (file: string): Promise<TestLogLine[]> => readJsonLines(file)

type Asked = Pick<TestLogLine, 'sha256' | 'tta'>

/** The line of this file, asked in this way. */
export const findTestLine = (lines: readonly TestLogLine[], { sha256, tta }: Asked): TestLogLine | undefined =>
  lines.find((line) => line.sha256 === sha256 && line.tta === tta)

/** Appends the figure of a file that was never logged; returns the line that stands for this file. */
export const logTestFigure = (file: string, line: TestLogLine): Promise<TestLogLine> =>
  logOnce(file, line, (lines) => findTestLine(lines, line))
