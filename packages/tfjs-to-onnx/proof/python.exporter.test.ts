// Every case in; onnx's own checker must accept the file, and its reference evaluator must give what both oracles say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allCases } from './cases/all-cases'
import { endToEndModels } from './cases/models'
import { exportJobs } from './export-jobs'
import type { FamilyJob } from './export-jobs'
import { exportCase } from './judge-case'
import { isSupported } from './prove-cases'
import { recordError, writeRecords } from './record-errors'
import { evaluatorLimits, limitsOf } from './runners/evaluator-limits'
import { errorOfAnswer } from './runners/jobs'
import type { Answer } from './runners/jobs'
import { hasPythonOnnx, runOnPython } from './runners/python-onnx'
import { negativeFixtures, spoilt } from './structure/negative-fixtures'
import { toleranceOf } from './tolerance'

const cases = allCases.filter(isSupported)
let jobs: ReadonlyMap<string, FamilyJob>
let answers: ReadonlyMap<string, Answer>
const met = new Set<string>()

describe.skipIf(!(await hasPythonOnnx()))('onnx from PyPI', () => {
  beforeAll(async () => {
    const exported = await exportJobs(cases, {}, [1, 2])
    jobs = new Map(exported.map(job => [job.id, job]))
    answers = await runOnPython(exported)
  }, 1_800_000)

  it.each(cases.map(proof => [proof.id, proof] as const))('%s', (id, { family }) => {
    const job = jobs.get(id)
    if (!job) return // its oracle is not installed, as the cases on the CPU say
    const answer = answers.get(id)
    if (answer && 'error' in answer) expect(answer.error).not.toMatch(/ValidationError|InferenceError|TypeInference/)
    const error = answer && 'outputs' in answer ? errorOfAnswer(job, answers) : Infinity
    if (error <= toleranceOf(family)) {
      recordError(family, 'onnx reference evaluator', id, error)
      return
    }
    const limits = limitsOf(job.bytes)
    expect(limits.length, JSON.stringify(answer).slice(0, 300)).toBeGreaterThan(0)
    limits.forEach(limit => met.add(limit.id))
  })

  it('the evaluator still has each of its known limits', () => {
    expect(evaluatorLimits.map(({ id }) => id).filter(id => !met.has(id))).toEqual([])
  })

  it('the checker refuses and overlooks the same faults as ever', async () => {
    const good = await exportCase({ id: 'mlp', family: 'model', graph: endToEndModels.mlp })
    const verdicts = await runOnPython(negativeFixtures.map(fixture =>
      ({ id: fixture.id, bytes: spoilt(good, fixture), questions: [], sessionOptions: { onlyCheck: true } })))
    const seen = negativeFixtures.map(({ id }) => [id, 'error' in (verdicts.get(id) ?? {}) ? 'refuses' : 'accepts'])
    expect(seen).toEqual(negativeFixtures.map(({ id, checker }) => [id, checker]))
  })

  afterAll(() => writeRecords('python'))
})
