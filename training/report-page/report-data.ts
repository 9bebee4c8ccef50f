// What the report of one model says: the same figures as JSON and as a page.
import type { EvaluationDetails } from '../evaluation/evaluation-details'
import type { Gallery } from '../evaluation/choose-gallery'
import type { TrainingRecord } from '../history'
import type { Evaluation } from '../report'

export type ReportSplit = 'test' | 'validation'

/** Accuracy without the pictures that are nearly the same as one of the 60,000 training and validation pictures. */
export interface DistinctFigures extends Pick<Evaluation, 'pictures' | 'correct' | 'accuracy' | 'interval'> {
  /** L2 distance of pixels / 255, also to the mirrored picture. */
  readonly distance: number
  readonly leftOut: number
}

/** How many pictures of a class lie where. */
export interface ClassCount {
  readonly label: string
  readonly training: number
  readonly validation: number
  readonly evaluated: number
}

/** Weights of the first convolution as the file holds them, [filters, channels, height, width], row by row. */
export interface Kernels {
  readonly shape: readonly number[]
  readonly values: readonly number[]
}

export interface ReportData extends EvaluationDetails {
  readonly model: string
  readonly recipe: string
  readonly sha256: string
  readonly split: ReportSplit
  readonly executionProvider: string
  /** Null for validation pictures: the split keeps near-duplicates on one side. */
  readonly distinct: DistinctFigures | null
  /** Rows of the evaluated pictures, with what was answered. */
  readonly galleries: Gallery
  readonly balance: readonly ClassCount[]
  /** For each class some of its training pictures, by their place in the training file. */
  readonly samples: readonly (readonly number[])[]
  /** Null where the model has no record of its training. */
  readonly training: TrainingRecord | null
  /** Null where the network has no convolution. */
  readonly kernels: Kernels | null
}

/** The data: address of a picture as an image in the page. */
export interface ReportPictures {
  evaluated(row: number): string
  training(index: number): string
}
