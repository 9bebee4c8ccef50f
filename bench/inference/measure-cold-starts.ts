// A model and a provider in; the cold starts of both sides, each in fresh processes in turns, out.
import { alternate } from '../alternate'
import { runChild, type ChildProgram } from '../run-child'
import type { ColdStartAnswer, InferenceTask } from './inference-task'
import { sdkProgram, type Sdk } from './locate-sdk'

export interface ColdStarts {
  readonly ours: ColdStartAnswer[]
  readonly bare: ColdStartAnswer[]
}

/** The first pair only brings the files into memory; it does not count. */
export async function measureColdStarts(task: InferenceTask, sdk: Sdk, count: number): Promise<ColdStarts> {
  const programs: Readonly<Record<keyof ColdStarts, ChildProgram>> = {
    ours: sdkProgram(sdk, new URL('./cold-start-stylelens.mjs', import.meta.url)),
    bare: sdkProgram(sdk, new URL('./cold-start-onnxruntime.mjs', import.meta.url)),
  }
  const starts: ColdStarts = { ours: [], bare: [] }
  for (const [round, order] of alternate(['ours', 'bare'] as const, count + 1).entries()) {
    for (const side of order) {
      const answer = await runChild<ColdStartAnswer>(programs[side], task)
      if (round > 0) starts[side].push(answer)
    }
  }
  const difference = Math.abs(starts.ours[0].score - starts.bare[0].score)
  if (!(difference < 1e-5)) throw new Error(`The first answers of the two sides differ by ${difference}.`)
  return starts
}
