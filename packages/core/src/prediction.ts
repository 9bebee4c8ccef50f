// What a classification answers.
import type { PixelImage } from './image'

/** One label with its probability. */
export interface Prediction {
  readonly label: string
  /** Calibrated probability, 0..1; with another `functionToApply` what that gives. */
  readonly score: number
  /** Position of the label in `classifier.labels`. */
  readonly index: number
}

/** What makes scores of the logits; 'softmax' gives the calibrated probabilities of the model itself. */
export type ScoreFunction = 'softmax' | 'sigmoid' | 'none'

/** 'flip': the mean answer to the picture and to its mirror image. */
export type TestTimeAugmentation = 'none' | 'flip'

/** Milliseconds that the steps of one answer took. `run` is the time of the whole batch that the picture was in. */
export interface Timings {
  readonly decode: number
  readonly preprocess: number
  readonly queue: number
  readonly run: number
  readonly total: number
}

/** Everything that is known about one answer. */
export interface DetailedPrediction {
  readonly predictions: Prediction[]
  /** Raw outputs of the last layer, divided by the temperature: `softmax(logits)` are the scores. */
  readonly logits: Float32Array
  /** Pooled features of the last convolution, or null where the model has no such output. */
  readonly embedding: Float32Array | null
  /** The picture that the model saw, as 8-bit pixels for looking at. */
  readonly input: PixelImage
  readonly timings: Timings
  readonly parent: null
  readonly unknown: null
}
