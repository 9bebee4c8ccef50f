// What teachers say of every view of every training picture, to a file and back: half-precision logits and a header.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Float16Array } from '@petamoriken/float16'
import { cacheFolder } from '../cache-folder'
import type { ViewSet } from './distillation-recipe'

/** Written before the logits, as one line of JSON. */
export interface TeacherHeader {
  readonly views: ViewSet
  /** SHA-256 of the weights of each teacher. */
  readonly teachers: readonly string[]
  /** Number of training pictures. */
  readonly pictures: number
  /** Views that are written; a student needs all of them. */
  readonly done: number
  readonly sha256: string
}

export interface TeacherLogits {
  readonly header: TeacherHeader
  /** Logits of view `view` of the training picture at `position` (not its number in the data set), [10]. */
  read(view: number, position: number, target: Float32Array, place: number): void
  /** How unsure the teacher is of that view, in nats: 0 to ln 10. */
  entropy(view: number, position: number): number
}

const bytesOfLogit = 2

export const teacherFile = (name: string) => join(cacheFolder('teachers'), `${name}.logits`)

/** `logits`: [views * pictures * 10], view by view. Beside the file first, so that a kill leaves no half of one. */
export async function writeTeacherLogits(
  file: string,
  logits: Float16Array,
  header: Omit<TeacherHeader, 'sha256'>,
): Promise<void> {
  const body = Buffer.from(logits.buffer, logits.byteOffset, logits.length * bytesOfLogit)
  const sha256 = createHash('sha256').update(body).digest('hex')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.part`, Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, sha256 })}\n`), body]))
  await rename(`${file}.part`, file)
}

/** The file as it stands, perhaps with views still missing. Throws where it is damaged. */
export async function openTeacherLogits(file: string): Promise<{ header: TeacherHeader; logits: Float16Array }> {
  const bytes = await readFile(file)
  const end = bytes.indexOf('\n')
  const header = JSON.parse(bytes.subarray(0, end).toString()) as TeacherHeader
  const body = Uint8Array.from(bytes.subarray(end + 1)) // a copy, aligned for two-byte values
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) {
    throw new Error(`The teacher logits "${file}" are damaged: their sha256 does not match. Delete them and run teach.`)
  }
  return { header, logits: new Float16Array(body.buffer) }
}

/** Throws where the file is damaged, unfinished, or was written for other views or another number of pictures. */
export async function readTeacherLogits(file: string, views: ViewSet, pictures: number): Promise<TeacherLogits> {
  const { header, logits } = await openTeacherLogits(file)
  if (JSON.stringify(header.views) !== JSON.stringify(views) || header.pictures !== pictures) {
    throw new Error(`The teacher logits "${file}" are of other views or pictures. Run teach for this recipe.`)
  }
  if (header.done < views.count) {
    throw new Error(`The teacher logits "${file}" hold ${header.done} of ${views.count} views. Let teach end first.`)
  }
  const row = new Float32Array(10)
  const read: TeacherLogits['read'] = (view, position, target, place) => {
    const from = (view * pictures + position) * 10
    for (let label = 0; label < 10; label++) target[place * 10 + label] = logits[from + label]
  }
  const entropy: TeacherLogits['entropy'] = (view, position) => {
    read(view, position, row, 0)
    return entropyOf(row)
  }
  return { header, read, entropy }
}

/** Of the softmax of logits: ln of the sum of exponentials, less the mean logit. */
function entropyOf(logits: Float32Array): number {
  const largest = Math.max(...logits)
  let sum = 0
  let weighed = 0
  for (const logit of logits) {
    const power = Math.exp(logit - largest)
    sum += power
    weighed += power * (logit - largest)
  }
  return Math.log(sum) - weighed / sum
}
