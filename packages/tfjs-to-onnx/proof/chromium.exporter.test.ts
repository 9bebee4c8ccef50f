// About forty cases, one per layer class and model, in; onnxruntime-web's WebGPU in Chromium must give what both oracles say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumStarts } from '../../../test/web/start-chromium'
import { sweeps } from './cases/layer-cases'
import { modelCases } from './cases/models'
import { exportJobs } from './export-jobs'
import type { FamilyJob } from './export-jobs'
import { isSupported } from './prove-cases'
import { recordError, writeRecords } from './record-errors'
import { runInChromium } from './runners/chromium'
import type { Answer } from './runners/jobs'
import { judgeOnWebgpu } from './runners/judge-webgpu'
import { sweepCases } from './sweep'
import { webgpuToleranceOf } from './tolerance'

// The last settings of every class are the most unusual ones.
const noise = ['AlphaDropout', 'GaussianDropout', 'GaussianNoise', 'SpatialDropout1D']
const perClass = sweeps.filter(sweep => !noise.includes(sweep.class)).flatMap(sweep => sweepCases(sweep).slice(-1))
const cases = [...perClass, ...modelCases].filter(isSupported)

describe.skipIf(!(await chromiumStarts()))('WebGPU in Chromium', () => {
  let jobs: ReadonlyMap<string, FamilyJob>
  let answers: ReadonlyMap<string, Answer>

  beforeAll(async () => {
    const exported = await exportJobs(cases, {}, [1, 2])
    jobs = new Map(exported.map(job => [job.id, job]))
    answers = await runInChromium(exported)
  }, 900_000)

  it.each(cases.map(proof => [proof.id, proof] as const))('%s', (id, { family }) => {
    const job = jobs.get(id)
    if (!job) return // its oracle is not installed, as the cases on the CPU say
    const verdict = judgeOnWebgpu(job, answers, webgpuToleranceOf(family))
    if ('limits' in verdict) return // a known fault of the provider, shown in Node with every case
    recordError(family, 'onnxruntime-web webgpu', id, verdict.error)
    expect(verdict.error).toBeLessThanOrEqual(webgpuToleranceOf(family))
  })

  it('is about forty cases', () => expect(cases.length).toBeGreaterThanOrEqual(40))

  afterAll(() => writeRecords('chromium'))
})
