// Every case in; onnxruntime-node's WebGPU provider must give what both oracles say, but for its listed faults.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allCases } from './cases/all-cases'
import { exportJobs } from './export-jobs'
import type { FamilyJob } from './export-jobs'
import { isSupported } from './prove-cases'
import { recordError, writeRecords } from './record-errors'
import type { Answer } from './runners/jobs'
import { judgeOnWebgpu } from './runners/judge-webgpu'
import { webgpuRefusals, webgpuWrongAnswers } from './runners/webgpu-limits'
import { hasWebgpu, runOnWebgpu } from './runners/webgpu-node'
import { webgpuToleranceOf } from './tolerance'

const cases = allCases.filter(isSupported)

describe.skipIf(!hasWebgpu())('WebGPU in Node', () => {
  let jobs: ReadonlyMap<string, FamilyJob>
  let answers: ReadonlyMap<string, Answer>
  const met = new Set<string>()

  beforeAll(async () => {
    const exported = await exportJobs(cases)
    jobs = new Map(exported.map(job => [job.id, job]))
    answers = await runOnWebgpu(exported)
  }, 1_800_000)

  it.each(cases.map(proof => [proof.id, proof] as const))('%s', (id, { family }) => {
    const job = jobs.get(id)
    if (!job) return // its oracle is not installed, as the cases on the CPU say
    const verdict = judgeOnWebgpu(job, answers, webgpuToleranceOf(family))
    if ('limits' in verdict) {
      verdict.limits.forEach(limit => met.add(limit))
      return
    }
    recordError(family, 'onnxruntime-node webgpu', id, verdict.error)
    expect(verdict.error).toBeLessThanOrEqual(webgpuToleranceOf(family))
  })

  it('still has each of its known faults', () => {
    expect([...webgpuRefusals, ...webgpuWrongAnswers].map(({ id }) => id).filter(id => !met.has(id))).toEqual([])
  })

  afterAll(() => writeRecords('webgpu'))
})
