// Teacher logits come back as half-precision values, and a file that is damaged, unfinished or of other views is refused.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Float16Array } from '@petamoriken/float16'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DistilledBatches } from './distilled-batches'
import type { ViewSet } from './distillation-recipe'
import { readTeacherLogits, writeTeacherLogits } from './teacher-logits'

const still = { flipProbability: 0, shift: 0, cutoutSize: 0, cutoutProbability: 0 }
const views: ViewSet = { seed: 1, count: 2, augmentation: still, mixupShare: 0 }
const logits = Float16Array.from({ length: 2 * 3 * 10 }, (_, index) => index / 4)
let folder = ''
const file = (name: string) => join(folder, `${name}.logits`)
const write = (name: string, done = 2) =>
  writeTeacherLogits(file(name), logits, { views, teachers: ['a'], pictures: 3, done })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-teacher-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('gives each view of each picture its own logits, in the batch where the picture stands', async () => {
  await write('good')
  const teacher = await readTeacherLogits(file('good'), views, 3)
  const data = { pictures: new Uint8Array(9 * 784), labels: Uint8Array.from({ length: 9 }, (_, index) => index) }
  const batches = new DistilledBatches(data, Int32Array.of(8, 4, 6), views, teacher, { batchSize: 2 })
  const batch = batches.next(Int32Array.of(6, 8), 3) // epoch 3 shows view 1
  const row = (position: number) => Array.from({ length: 10 }, (_, label) => ((1 * 3 + position) * 10 + label) / 4)
  expect(Array.from(batch.teacher ?? [])).toEqual([...row(2), ...row(0)])
  expect(Array.from(batch.targets)).toEqual([6, 8].flatMap((label) => Array.from({ length: 10 }, (_, index) => +(index === label))))
})

it('distorts what the student sees, by epoch and picture alone, and not what the teacher says', async () => {
  await write('good')
  const teacher = await readTeacherLogits(file('good'), views, 3)
  const data = { pictures: new Uint8Array(9 * 784).fill(128), labels: new Uint8Array(9) }
  const distortions = { noise: { probability: 1, deviation: 0.3 } }
  const next = (settings: object, epoch: number, ...chosen: number[]) => {
    const indices = Int32Array.of(8, 4, 6)
    const batches = new DistilledBatches(data, indices, views, teacher, { batchSize: chosen.length, ...settings })
    return structuredClone(batches.next(Int32Array.from(chosen), epoch))
  }
  const [plain, spoilt] = [next({}, 0, 6), next({ distortions }, 0, 6)]
  expect(spoilt.teacher).toEqual(plain.teacher)
  expect(spoilt.pictures).not.toEqual(plain.pictures)
  expect(next({ distortions }, 0, 8, 6).pictures.subarray(784)).toEqual(spoilt.pictures)
  expect(next({ distortions }, 2, 6).pictures).not.toEqual(spoilt.pictures) // the same view, another epoch
})

it('is as unsure as its softmax is spread', async () => {
  const certain = [0, 30, 0, 0, 0, 0, 0, 0, 0, 0]
  const undecided = [5, 5, 0, 0, 0, 0, 0, 0, 0, 0].map((logit) => logit * 4)
  await writeTeacherLogits(file('spread'), Float16Array.from([...certain, ...undecided, ...Array<number>(10).fill(7)]), {
    views: { ...views, count: 1 },
    teachers: ['a'],
    pictures: 3,
    done: 1,
  })
  const { entropy } = await readTeacherLogits(file('spread'), { ...views, count: 1 }, 3)
  const expected = [0, Math.log(2), Math.log(10)]
  expected.forEach((nats, position) => expect(entropy(0, position)).toBeCloseTo(nats, 6))
})

it('refuses other views, another number of pictures, missing views and a damaged file', async () => {
  await write('good')
  await expect(readTeacherLogits(file('good'), { ...views, seed: 2 }, 3)).rejects.toThrow(/other views/)
  await expect(readTeacherLogits(file('good'), views, 4)).rejects.toThrow(/other views or pictures/)
  await write('half', 1)
  await expect(readTeacherLogits(file('half'), views, 3)).rejects.toThrow(/1 of 2 views/)
  const bytes = await readFile(file('good'))
  bytes[bytes.length - 1] ^= 1
  await writeFile(file('bad'), bytes)
  await expect(readTeacherLogits(file('bad'), views, 3)).rejects.toThrow(/damaged/)
})
