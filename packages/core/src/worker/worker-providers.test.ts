// Execution providers that are changed, lost and fallen back from in; the same ones in every worker, and the news, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../../test/fake-runtime'
import { fakeWorkers, living } from '../../test/fake-workers'
import type { FakeWorkers, LazyPicture } from '../../test/fake-workers'
import { makeGate, settle } from '../../test/gate'
import { rejectionOf } from '../../test/rejection-of'
import type { ExecutionProviderName, FallbackEvent } from '../execution-provider'
import type { CreateClassifierOptions } from '../options/create-options'
import type { LoadProgress } from '../progress'
import { createWorkerClassifier } from './create-worker-classifier'

let runtimes: FakeRuntime[]
let workers: FakeWorkers

beforeEach(() => {
  runtimes = Array.from({ length: 6 }, () => fakeRuntime())
  workers = fakeWorkers((number) => runtimes[number])
})

const create = (options: CreateClassifierOptions = {}) =>
  createWorkerClassifier<FakePicture | LazyPicture, string, FakeVideo>(
    fakeRuntime(), workers, { worker: { size: 2 }, ...options })

const refuse = (...names: ExecutionProviderName[]): FakeRuntime['start'] => ({ candidate: { name } }) => {
  if (names.includes(name)) throw new Error(`no ${name}`)
}

/** The providers that each worker tried, in order. */
const tried = (number: number) => runtimes[number].attempts.map(({ candidate }) => candidate.name)

const picture = { data: new Uint8Array(784).fill(1), width: 28, height: 28 }

it('changes them in all workers, and in those that begin later', async () => {
  const classifier = await create({ executionProviders: 'cpu' })
  await classifier.setExecutionProviders('wasm')
  expect(classifier.backend).toMatchObject({ executionProvider: 'wasm', requested: ['wasm'], offThread: true })
  workers.all[0].crash(new Error('gone'))
  workers.all[1].crash(new Error('gone'))
  expect((await classifier.classify(picture))[0].label).toBe('coat')
  expect(classifier.backend.executionProvider).toBe('wasm')
  expect([tried(0).at(-1), tried(1).at(-1), tried(2).at(-1)]).toEqual(['wasm', 'wasm', 'wasm'])
})

it('leaves all workers as they are where the first cannot change', async () => {
  const classifier = await create({ executionProviders: 'cpu' })
  runtimes[0].start = refuse('wasm')
  expect(await rejectionOf(classifier.setExecutionProviders('wasm'))).toMatchObject({ code: 'provider-failed' })
  expect(classifier.backend.executionProvider).toBe('cpu')
  expect(tried(1)).toEqual(['cpu'])
  expect(await rejectionOf(classifier.setExecutionProviders([]))).toMatchObject({ code: 'option-invalid' })
})

it('changes back where another one cannot', async () => {
  const classifier = await create()
  runtimes[1].start = refuse('wasm')
  expect(await rejectionOf(classifier.setExecutionProviders(['wasm']))).toMatchObject({ code: 'provider-failed' })
  expect(classifier.backend.executionProvider).toBe('cpu')
  expect(tried(0)).toEqual(['cpu', 'wasm', 'cpu'])
  workers.all[0].crash(new Error('gone'))
  workers.all[1].crash(new Error('gone'))
  await classifier.classify(picture)
  expect(tried(2)).toEqual(['cpu'])
})

it('changes one after the other, and for a worker that was being started meanwhile', async () => {
  const gate = makeGate()
  const classifier = await create({ executionProviders: 'cpu' })
  workers.all[1].crash(new Error('gone'))
  runtimes[2].start = () => gate.opened
  runtimes[0].runGate = gate.opened
  const calls = [classifier.classify(picture), classifier.classify(picture)]
  await settle()
  expect(workers.all).toHaveLength(3)
  const changes = [classifier.setExecutionProviders('wasm'), classifier.setExecutionProviders(['cpu', 'wasm'])]
  await settle()
  gate.open()
  await Promise.all([...calls, ...changes])
  await settle()
  expect(classifier.backend.requested).toEqual(['cpu', 'wasm'])
  expect(living(workers)).toHaveLength(2)
  expect(runtimes[2].attempts.length).toBeGreaterThan(1)
  await classifier.dispose()
})

describe('listeners', () => {
  it('hear of a fallback once, with its reason', async () => {
    for (const runtime of runtimes) runtime.start = refuse('cpu')
    const events: FallbackEvent[] = []
    const classifier = await create({ onFallback: (event) => void events.push(event) })
    expect(events).toMatchObject([{ from: 'cpu', to: 'wasm', reason: { code: 'provider-failed' } }])
    expect(events[0].reason).toBeInstanceOf(Error)
    await classifier.setExecutionProviders(['cpu', 'wasm'])
    expect(events).toHaveLength(2)
    workers.all[0].crash(new Error('gone'))
    workers.all[1].crash(new Error('gone'))
    await classifier.classify(picture)
    expect(events.length).toBeGreaterThan(2)
  })

  it('hear of the loading once, and not of that of a later worker', async () => {
    const phases: string[] = []
    const onProgress = ({ phase, loaded }: LoadProgress) => void phases.push(`${phase} ${loaded}`)
    const classifier = await create({ warmup: true, onProgress })
    const heard = [...phases]
    expect(heard).toContain('warmup 1')
    expect(new Set(heard).size).toBe(heard.length)
    workers.all[0].crash(new Error('gone'))
    workers.all[1].crash(new Error('gone'))
    await classifier.classify(picture)
    expect(phases).toEqual(heard)
  })

  it('that throw change nothing', async () => {
    const classifier = await create({ onProgress: () => { throw new Error('mine') } })
    expect(await classifier.classify(picture)).toHaveLength(4)
  })
})
