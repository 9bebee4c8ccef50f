// The append-only log of figures on the test labels: one line a model file, the first figure stands.
import { appendFile, readFile } from 'node:fs/promises'
import type { Evaluation } from './report'

export interface TestLogLine extends Evaluation {
  readonly model: string
  readonly sha256: string
  readonly recipe: string
  readonly date: string
}

/** How far a recomputed figure may be from the logged one: another processor may round a tie otherwise. */
export const agreement = { correct: 1, expectedCalibrationError: 0.0002 } as const

export function agrees(logged: Evaluation, computed: Evaluation): boolean {
  const calibration = Math.abs(logged.expectedCalibrationError - computed.expectedCalibrationError)
  return (
    logged.pictures === computed.pictures &&
    Math.abs(logged.correct - computed.correct) <= agreement.correct &&
    calibration <= agreement.expectedCalibrationError
  )
}

export async function readTestLog(file: string): Promise<TestLogLine[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TestLogLine)
}

/** Appends the figure of a file that was never logged; returns the line that stands for this file. */
export async function logTestFigure(file: string, line: TestLogLine): Promise<TestLogLine> {
  const standing = (await readTestLog(file)).find(({ sha256 }) => sha256 === line.sha256)
  if (standing !== undefined) return standing
  await appendFile(file, `${JSON.stringify(line)}\n`)
  return line
}
