// Few labelled pictures and a shipped model in; checked is that its report says each figure as JSON and on the page.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelManifest } from '@stylelens/node'
import { createRandomSource, drawInteger, drawUnit } from '../dataset/random-source'
import type { ReportSubject } from './collect-report'
import type { ReportData } from './report-data'
import { chooserScript } from './review-section'
import { writeEvaluationReport } from './write-report'

const modelFolder = join(import.meta.dirname, '..', '..', 'models', 'fashion-nano')
const random = createRandomSource(3)
const drawPictures = (count: number) => ({
  pictures: Uint8Array.from({ length: count * 784 }, () => drawInteger(random, 256)),
  labels: Uint8Array.from({ length: count }, (_, row) => row % 10),
})

/** Nine of ten right; surer ones more often. */
function drawProbabilities(labels: Uint8Array): Float64Array {
  const probabilities = new Float64Array(labels.length * 10)
  labels.forEach((label, row) => {
    const confidence = 0.5 + 0.5 * drawUnit(random)
    const answer = drawUnit(random) < confidence + 0.2 ? label : (label + 4) % 10
    for (let index = 0; index < 10; index++)
      probabilities[row * 10 + index] = index === answer ? confidence : (1 - confidence) / 9
  })
  return probabilities
}

async function makeSubject(split: ReportSubject['split']): Promise<ReportSubject> {
  const training = drawPictures(40)
  const evaluated = drawPictures(200)
  evaluated.pictures.set(training.pictures.subarray(0, 784))
  return {
    folder: modelFolder,
    manifest: JSON.parse(await readFile(join(modelFolder, 'manifest.json'), 'utf8')) as ModelManifest,
    executionProvider: 'cpu',
    split,
    evaluated,
    nearDuplicates: split === 'test' ? new Set([0]) : null,
    probabilities: drawProbabilities(evaluated.labels),
    training,
    parts: {
      train: Int32Array.from({ length: 30 }, (_, index) => index),
      validation: Int32Array.from({ length: 10 }, (_, index) => 30 + index),
    },
  }
}

let folder: string
let data: ReportData
let page: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-report-'))
  const written = await writeEvaluationReport(await makeSubject('test'), folder)
  data = written.data
  page = await readFile(written.page, 'utf8')
})

afterAll(() => rm(folder, { recursive: true }))

describe('the report of a model', () => {
  it('is the same as JSON and as data', async () => {
    expect(JSON.parse(await readFile(join(folder, 'fashion-nano.json'), 'utf8'))).toEqual(data)
  })

  it('leaves out the evaluated picture that was trained on', () => {
    expect(data.distinct).toMatchObject({ leftOut: 1, pictures: 199, distance: 1.5 })
  })

  it('counts the classes and has the curves and kernels of the model', () => {
    expect(data.balance[0]).toEqual({ label: 'T-shirt/top', training: 3, validation: 1, evaluated: 20 })
    expect(data.kernels?.shape).toEqual([16, 1, 3, 3])
    const { history, recipe } = data.training ?? {}
    expect(history).toHaveLength(recipe?.epochs ?? 0)
    expect(data.samples.flat().every((index) => index < 30)).toBe(true)
  })

  it('has every section, and says on the page what the JSON says', () => {
    const { document } = parseHTML(page)
    const ids = [...document.querySelectorAll('section')].map(({ id }) => id)
    expect(ids).toEqual(['classes', 'confusions', 'confidence', 'review', 'pictures', 'data', 'training', 'network'])
    const text = document.querySelector('main')?.textContent ?? ''
    const { evaluation, distinct, parents, calibration, review } = data
    for (const share of [
      evaluation.accuracy,
      distinct?.accuracy ?? 0,
      parents.accuracy,
      calibration.error,
      data.means.macro.f1,
    ])
      expect(text).toContain(`${(100 * share).toFixed(2)} %`)
    for (const figure of [evaluation.negativeLogLikelihood, calibration.brierScore])
      expect(text).toContain(figure.toFixed(4))
    expect(text).toContain(review.areaUnderRiskCoverage.toFixed(5))
    expect(document.querySelectorAll('.matrix.large tbody td')).toHaveLength(100)
    expect(document.querySelectorAll('.kernels svg')).toHaveLength(16)
    expect(document.querySelectorAll('#pictures img[alt]').length).toBeGreaterThan(50)
  })

  it('lets a reader choose an error, and says what that costs', () => {
    const { document, Event } = parseHTML(page)
    const field = document.querySelector('#accepted-error') as unknown as {
      value: string
      dispatchEvent(event: unknown): void
    }
    new Function('document', chooserScript)(document)
    field.value = '2'
    field.dispatchEvent(new Event('input'))
    const { answered, review, allowedError } = data.review.choices[2]
    const sentence = document.querySelector('#accepted-error-outcome')?.textContent
    expect(sentence).toContain(`At most ${(100 * allowedError).toFixed(1)} % wrong: ${answered} pictures`)
    expect(sentence).toContain(`${review} go to the review pile`)
    expect(document.querySelector('.chooser')?.hasAttribute('hidden')).toBe(false)
  })
})

it('of validation pictures compares nothing with the training, and says what it is for', async () => {
  const { data: ofValidation, page: file } = await writeEvaluationReport(await makeSubject('validation'), folder)
  expect(ofValidation.distinct).toBeNull()
  expect(file).toBe(join(folder, 'fashion-nano-validation.html'))
  expect(await readFile(file, 'utf8')).toContain('These pictures are for choosing')
})
