// The shape of models/<name>/report.json, and reading and writing it: every figure of a model, written by scripts alone.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parity } from './check-parity'
import type { FormDifference } from './compare-forms'

/** What the test log holds: figures on a set of labelled pictures, of calibrated probabilities. */
export interface LoggedFigures {
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

export interface Evaluation extends LoggedFigures {
  /** Percentile interval over resamples of the pictures, 95 %. */
  readonly expectedCalibrationErrorInterval: readonly [number, number]
  readonly brierScore: number
  /** Mean error over all shares of answered pictures, the surest first. */
  readonly areaUnderRiskCoverage: number
}

export interface TestEvaluation extends Evaluation {
  /** Without the pictures that have a near-duplicate among the training pictures. */
  readonly withoutNearDuplicates: Pick<LoggedFigures, 'pictures' | 'correct' | 'accuracy' | 'interval'>
  /** Absent where the model had no release before this file. */
  readonly againstPrevious?: PreviousComparison
}

/** McNemar's test of this file's answers against those of the release before it. */
export interface PreviousComparison {
  readonly sha256: string
  readonly recipe: string
  /** Pictures that only the one, or only the other, answers rightly. */
  readonly onlyThis: number
  readonly onlyPrevious: number
  readonly p: number
}

/** One of the smaller files of a model. */
export interface FormReport {
  readonly sha256: string
  readonly bytes: number
  readonly temperature: number
  /** From the fp32 file, on the validation pictures. */
  readonly difference: FormDifference
  readonly validation: Evaluation
  /** As `test` of the model. */
  readonly test?: TestEvaluation
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
  readonly test?: TestEvaluation
  /** By dtype; one that costs too much is not there. */
  readonly forms?: Readonly<Record<string, FormReport>>
  /** With `tta: 'flip'`: twice the work, so never the figure of the model. */
  readonly flip?: { readonly temperature: number; readonly validation: Evaluation; readonly test?: TestEvaluation }
}

export async function readReport(folder: string): Promise<ModelReport> {
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as ModelReport
}

export async function writeReport(folder: string, report: ModelReport): Promise<void> {
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
}
