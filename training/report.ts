// The shape of models/<name>/report.json, and reading and writing it: every figure of a model, written by scripts alone.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parity } from './check-parity'

/** Figures on a set of labelled pictures, of calibrated probabilities. */
export interface Evaluation {
  readonly pictures: number
  readonly correct: number
  readonly accuracy: number
  /** Wilson interval of the accuracy, 95 %. */
  readonly interval: readonly [number, number]
  /** Mean negative log-likelihood, nats. */
  readonly negativeLogLikelihood: number
  /** Expected calibration error, 15 bins of equally many pictures. */
  readonly expectedCalibrationError: number
}

export interface ModelReport {
  readonly model: string
  readonly recipe: string
  readonly sha256: string
  readonly trainedOn: {
    readonly pictures: number
    readonly backend: string
    readonly seed: number
    readonly epochs: number
  }
  readonly validation: Evaluation
  /** Largest differences to TensorFlow.js on the test pictures, without their labels. */
  readonly parity: Readonly<Record<'onnxruntime-node-cpu' | 'onnxruntime-web-wasm', Parity>>
  /** Written once by evaluate; the same figures as in models/test-log.jsonl. */
  readonly test?: Evaluation
}

export async function readReport(folder: string): Promise<ModelReport> {
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as ModelReport
}

export async function writeReport(folder: string, report: ModelReport): Promise<void> {
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
}
