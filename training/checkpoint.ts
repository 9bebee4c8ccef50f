// A training run to a file and back: weights, velocities, averages, position and history, replaced in one move.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createHash } from 'node:crypto'
import type { Tensor, Variable } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './backends/tensorflow'
import type { EpochRecord } from './history'
import type { RunPosition, TrainingRun } from './training-run'

interface CheckpointHeader {
  readonly recipe: string
  readonly position: RunPosition
  readonly history: readonly EpochRecord[]
  readonly lengths: readonly number[]
  readonly sha256: string
}

/** Everything of a run that is a tensor, in a fixed order. */
function runTensors(run: TrainingRun): Variable[] {
  return [...(run.model.getWeights() as Variable[]), ...run.optimizer.velocities, run.average.average]
}

/** Writes beside the file first and renames, so that a kill leaves the old or the new checkpoint, never half of one. */
export async function saveCheckpoint(file: string, run: TrainingRun, history: readonly EpochRecord[]): Promise<void> {
  const values = await Promise.all(runTensors(run).map((tensor: Tensor) => tensor.data() as Promise<Float32Array>))
  const body = Buffer.concat(values.map((value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength)))
  const header: CheckpointHeader = {
    recipe: JSON.stringify(run.recipe),
    position: run.position,
    history,
    lengths: values.map((value) => value.length),
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.part`, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]))
  await rename(`${file}.part`, file)
}

/** What a checkpoint says of its run, and the bytes of its tensors. */
export async function readCheckpoint(file: string): Promise<{ header: CheckpointHeader; body: Buffer }> {
  const bytes = await readFile(file)
  const end = bytes.indexOf('\n')
  return { header: JSON.parse(bytes.subarray(0, end).toString()) as CheckpointHeader, body: bytes.subarray(end + 1) }
}

/** Brings a fresh run of the same recipe to where the file was written; returns the history until then. */
export async function restoreCheckpoint(file: string, tf: TensorFlow, run: TrainingRun): Promise<EpochRecord[]> {
  const { header, body } = await readCheckpoint(file)
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) {
    throw new Error(`The checkpoint "${file}" is damaged: its sha256 does not match. Delete it and train again.`)
  }
  if (header.recipe !== JSON.stringify(run.recipe)) {
    throw new Error(`The checkpoint "${file}" belongs to another recipe. Train without --resume, or restore config.ts.`)
  }
  // A copy, as a Buffer may start at any byte and a Float32Array may not.
  const values = new Float32Array(Uint8Array.from(body).buffer)
  let offset = 0
  runTensors(run).forEach((variable, index) => {
    const value = values.slice(offset, (offset += header.lengths[index]))
    tf.tidy(() => variable.assign(tf.tensor(value, variable.shape)))
  })
  run.moveTo(header.position)
  return [...header.history]
}
