// What a run remembers of each epoch; written as JSON beside the weights.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recipe } from './config'

export interface EpochRecord {
  /** From 1. */
  readonly epoch: number
  /** Mean training loss over the epoch, on augmented pictures. */
  readonly loss: number
  /** Learning rate of the epoch's last step. */
  readonly learningRate: number
  readonly imagesPerSecond: number
  /** Of the averaged weights, on the validation pictures; null where it was not measured. */
  readonly validationAccuracy: number | null
  readonly validationLoss: number | null
}

/** What train writes beside the weights, and export reads. */
export interface TrainingRecord extends Partial<ValidatedWeights> {
  readonly recipe: Recipe
  /** How many were trained on; absent in records from before it was written: 55,000. */
  readonly pictures?: number
  readonly backend: string
  readonly backendReason: string
  readonly history: readonly EpochRecord[]
}

/** Of the saved weights; absent in records from before it was written, and where all pictures were trained on. */
export interface ValidatedWeights {
  /** Which they are; where it is absent, averaged ones. */
  readonly weights: WeightsChoice
  readonly validationAccuracy: number
  /** Of each validation picture: see picture-losses.ts. */
  readonly validationLosses: string
}

/**
 * Validation losses at the end of a run, of which the lowest was kept: of the averaged weights, of these with batch-norm
 * statistics estimated for them, and of the last step's weights.
 */
export interface WeightsChoice {
  readonly kept: 'averaged' | 'estimated' | 'last'
  readonly averaged: number
  readonly estimated: number
  readonly last: number
}

/** Of the folder that train wrote. */
export async function readTrainingRecord(layersModel: string): Promise<TrainingRecord> {
  return JSON.parse(await readFile(join(layersModel, 'history.json'), 'utf8')) as TrainingRecord
}
