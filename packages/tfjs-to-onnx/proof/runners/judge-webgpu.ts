// A job and its answers on WebGPU in; its error, or the known faults of the provider that explain why there is none, out.
import { errorOfAnswer } from './jobs'
import type { Answer, Job } from './jobs'
import { refusalFor, wrongAnswersIn } from './webgpu-limits'

export type WebgpuVerdict = { readonly error: number } | { readonly limits: readonly string[] }

/** @throws Error for a failure that no known fault explains */
export function judgeOnWebgpu(job: Job, answers: ReadonlyMap<string, Answer>, tolerance: number): WebgpuVerdict {
  const answer = answers.get(job.id)
  const refusal = answer && 'error' in answer ? refusalFor(answer.error) : undefined
  if (refusal) return { limits: [refusal.id] }
  const error = errorOfAnswer(job, answers)
  if (error <= tolerance) return { error }
  const limits = wrongAnswersIn(job.bytes).map(({ id }) => id)
  return limits.length > 0 ? { limits } : { error }
}
