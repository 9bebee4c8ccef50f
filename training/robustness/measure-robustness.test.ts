// Pictures of one grey each and a classifier that reads it in; rows, seen families and their summary checked.
import { expect, it } from 'vitest'
import { recipes } from '../config'
import { corruptionNames } from './corruptions'
import { robustnessLine } from './format-robustness'
import { measureRobustness, type Classify, type RobustnessRow } from './measure-robustness'
import { seenFamilies } from './seen-families'
import { summarizeRobustness } from './summarize-robustness'

// Ten pictures; the grey of each tells its class.
const pictures = Uint8Array.from({ length: 10 * 784 }, (_, place) => 5 + 10 * Math.floor(place / 784))
const labels = Uint8Array.from({ length: 10 }, (_, label) => label)

/** Reads the class from the pixel in the middle. */
const network: Classify = async (shown) => {
  const scores = new Float64Array((shown.length / 784) * 10)
  for (let row = 0; row < shown.length / 784; row++) {
    scores[row * 10 + Math.min(9, Math.floor(shown[row * 784 + 14 * 28 + 14] / 10))] = 1
  }
  return scores
}
const classifier: Classify = async (shown) => new Float64Array((shown.length / 784) * 10) // names class 0 always

it('counts what is right under each corruption, by each way', async () => {
  const heard: RobustnessRow[] = []
  const rows = await measureRobustness({
    ways: { network, classifier },
    pictures,
    labels,
    seen: new Set(['mirroring']),
    onRow: (row) => heard.push(row),
  })
  expect(heard).toEqual(rows)
  expect(rows.map(({ corruption }) => corruption)).toEqual(['none', ...corruptionNames])
  expect(rows.every(({ correct }) => correct.classifier === 1)).toBe(true)
  const right = Object.fromEntries(rows.map((row) => [row.corruption, row.correct.network]))
  expect(right).toMatchObject({ none: 10, mirrored: 10, 'upside-down': 10, scale: 10, brightness: 1, inverse: 1 })
  expect(rows.filter(({ seen }) => seen).map(({ corruption }) => corruption)).toEqual(['none', 'mirrored'])
})

const row = (corruption: RobustnessRow['corruption'], group: RobustnessRow['group'], seen: boolean, count: number) =>
  ({ corruption, group, seen, pictures: 100, correct: { network: count, classifier: 0 } }) satisfies RobustnessRow

it('gives the means of the groups, and of the unseen of the twelve', () => {
  const rows = [
    row('none', 'clean', true, 90),
    row('mirrored', 'photo', true, 80),
    row('shear', 'photo', false, 60),
    row('inverse', 'photo', false, 10),
    row('upside-down', 'turned', false, 20),
    row('occluded-10', 'occlusion', true, 70),
  ]
  expect(summarizeRobustness(rows, 'network')).toEqual({
    clean: 0.9,
    photo: 0.5,
    unseen: { corruptions: 2, mean: 0.35, least: 0.1 },
    turned: 0.2,
    occlusion: 0.7,
  })
  expect(robustnessLine(rows[2])).toMatch(/^shear +photo +unseen +60\.0 % +0\.0 %$/)
})

it('calls a family seen where the augmentation names it', () => {
  expect([...seenFamilies(recipes['fashion-nano'].augmentation)]).toEqual(['mirroring'])
  expect([...seenFamilies(recipes['fashion-small'].augmentation)].sort()).toEqual(['mirroring', 'occlusion'])
  expect([...seenFamilies(recipes['fashion-nano-robust'].augmentation)].sort()).toEqual([
    'blur', 'contrast', 'mirroring', 'noise', 'occlusion', 'rotation', 'scale',
  ])
})
