// A model's probabilities for labelled pictures, and the training pictures, in; everything that its report says out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainPicture, type ModelManifest } from '@stylelens/node'
import { labels } from '../dataset/labels'
import { NEAR_DUPLICATE_DISTANCE } from '../dataset/near-duplicates'
import { CLASS_COUNT } from '../dataset/picture-size'
import { createRandomSource } from '../dataset/random-source'
import { shuffle } from '../dataset/shuffle'
import type { Split } from '../dataset/split'
import { accuracyAmong } from '../evaluate-probabilities'
import { readAnswers, type Answer } from '../evaluation/answers'
import { chooseGallery } from '../evaluation/choose-gallery'
import { evaluationDetails } from '../evaluation/evaluation-details'
import type { TrainingRecord } from '../history'
import type { LabelledPictures } from '../labelled-pictures'
import type { ClassCount, DistinctFigures, Kernels, ReportData, ReportSplit } from './report-data'

export interface ReportSubject {
  /** The model's folder. */
  readonly folder: string
  readonly manifest: ModelManifest
  readonly executionProvider: string
  readonly split: ReportSplit
  /** What was evaluated. */
  readonly evaluated: LabelledPictures
  /** Rows of those that are nearly the same as a training picture; null where the split keeps such apart. */
  readonly nearDuplicates: ReadonlySet<number> | null
  /** [N * 10], calibrated. */
  readonly probabilities: Float64Array
  /** All 60,000, of which the split says what is for validation. */
  readonly training: LabelledPictures
  readonly parts: Split
}

const samplesPerClass = 12

export async function collectReport(subject: ReportSubject): Promise<ReportData> {
  const { folder, manifest, executionProvider, split, evaluated, nearDuplicates, probabilities } = subject
  const answers = readAnswers(probabilities, evaluated.labels, CLASS_COUNT)
  return {
    model: manifest.name,
    recipe: manifest.recipe,
    sha256: manifest.sha256,
    split,
    executionProvider,
    ...evaluationDetails(probabilities, evaluated.labels),
    distinct: nearDuplicates && distinctFigures(nearDuplicates, answers),
    galleries: chooseGallery(answers, CLASS_COUNT),
    balance: countClasses(subject),
    samples: drawSamples(subject),
    training: await readRecord(folder),
    kernels: await readKernels(folder),
  }
}

function distinctFigures(near: ReadonlySet<number>, answers: readonly Answer[]): DistinctFigures {
  const distinct = answers.filter(({ row }) => !near.has(row))
  return { distance: NEAR_DUPLICATE_DISTANCE, leftOut: near.size, ...accuracyAmong(distinct) }
}

function countClasses({ training, evaluated, parts }: ReportSubject): ClassCount[] {
  const count = (list: ArrayLike<number>, label: number) => Array.from(list).filter((one) => one === label).length
  const labelsAt = (indices: Int32Array) => indices.map((index) => training.labels[index])
  return labels.map((label, index) => ({
    label,
    training: count(labelsAt(parts.train), index),
    validation: count(labelsAt(parts.validation), index),
    evaluated: count(evaluated.labels, index),
  }))
}

function drawSamples({ training, parts }: ReportSubject): number[][] {
  const order = shuffle(Int32Array.from(parts.train), createRandomSource(1))
  return labels.map((_, label) =>
    Array.from(order.filter((index) => training.labels[index] === label).subarray(0, samplesPerClass)),
  )
}

async function readRecord(folder: string): Promise<TrainingRecord | null> {
  const text = await readFile(join(folder, 'layers-model', 'history.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
  return text === null ? null : (JSON.parse(text) as TrainingRecord)
}

/** A kernel is the same for every picture, so a blank one will do. */
async function readKernels(folder: string): Promise<Kernels | null> {
  const blank = { data: new Uint8Array(784), width: 28, height: 28, channels: 1 }
  const { kernels, hidden } = await explainPicture(blank, { model: folder })
  if (hidden !== null) throw new Error(`onnxruntime does not show the kernels of ${folder}: ${hidden}`)
  return kernels === null ? null : { shape: kernels.dims, values: Array.from(kernels.data) }
}
