// Calls with mixed options in; shared classifiers, created once and disposed together, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import { createClassifier } from './create-classifier'
import type { CreateClassifierOptions } from './options/create-options'
import { createSharedClassify } from './share-classifier'
import type { SharedClassify } from './share-classifier'

let runtime: FakeRuntime
let created: CreateClassifierOptions[]
let classify: SharedClassify<FakePicture>
let before: Promise<unknown>

beforeEach(() => {
  runtime = fakeRuntime()
  created = []
  before = Promise.resolve()
  classify = createSharedClassify<FakePicture>(async (options) => {
    created.push(options)
    await before
    return createClassifier(runtime, options)
  })
})

it('creates nothing before the first call, and one classifier for the same options', async () => {
  expect(created).toEqual([])
  const answers = await Promise.all([
    classify({ shade: 1 }),
    classify({ shade: 2 }, { topK: 1, signal: new AbortController().signal }),
    classify({ shade: 3 }, { threads: 1 }),
  ])
  expect(answers.map(([{ label }]) => label)).toEqual(['coat', 'dress', 'shirt'])
  expect(answers[1]).toHaveLength(1)
  expect(created).toEqual([{}])
})

it('answers batches', async () => {
  const answers = await classify([{ shade: 0 }, { shade: 1 }], { topK: 1 })
  expect(answers.map(([{ label }]) => label)).toEqual(['bag', 'coat'])
})

it('creates another classifier for other creation options, without the options of the call', async () => {
  await classify({ shade: 1 })
  await classify({ shade: 1 }, { threads: 2, topK: 3, scoreThreshold: 0.1 })
  expect(created).toEqual([{}, { threads: 2 }])
})

it('refuses wrong options of either kind before creating, and lists the names of both', async () => {
  await expect(classify({ shade: 1 }, { topK: 0 })).rejects.toMatchObject({ code: 'option-invalid' })
  await expect(classify({ shade: 1 }, { threads: 0 })).rejects.toMatchObject({ code: 'option-invalid' })
  await expect(classify({ shade: 1 }, { modal: 'a' } as object)).rejects.toThrow(/"modal".*model.*topK/)
  expect(created).toEqual([])
})

it('forgets a creation that failed', async () => {
  before = Promise.reject(new Error('offline'))
  await expect(classify({ shade: 1 })).rejects.toThrow('offline')
  before = Promise.resolve()
  expect((await classify({ shade: 1 }))[0].label).toBe('coat')
  expect(created).toHaveLength(2)
})

it('lets one caller leave a shared creation without harm to the others', async () => {
  const gate = makeGate()
  const abort = new CountedAbort()
  before = gate.opened
  const first = classify({ shade: 1 }, { signal: abort.signal })
  const second = classify({ shade: 2 })
  const caught = expect(first).rejects.toMatchObject({ code: 'aborted', name: 'AbortError' })
  await settle()
  abort.abort()
  await caught
  gate.open()
  expect((await second)[0].label).toBe('dress')
  expect(created).toHaveLength(1)
  expect(created[0].signal).toBeUndefined()
  expect(abort.listeners).toBe(0)
})

describe('dispose', () => {
  it('frees all and lets a later call start anew', async () => {
    await classify({ shade: 1 })
    await classify({ shade: 1 }, { threads: 2 })
    await classify.dispose()
    expect(runtime.releases).toBe(2)
    await classify.dispose()
    expect(runtime.releases).toBe(2)
    expect((await classify({ shade: 1 }))[0].label).toBe('coat')
    expect(created).toHaveLength(3)
  })

  it('waits for calls in flight, also those that wait for the creation', async () => {
    const gate = makeGate()
    before = gate.opened
    const call = classify({ shade: 1 })
    const disposed = Promise.all([classify.dispose(), classify.dispose()])
    await settle()
    gate.open()
    expect((await call)[0].label).toBe('coat')
    await disposed
    expect(runtime.releases).toBe(1)
  })

  it('has nothing to do without a call, or after a failed creation', async () => {
    await classify.dispose()
    before = Promise.reject(new Error('offline'))
    const call = classify({ shade: 1 })
    const disposed = classify.dispose()
    await expect(call).rejects.toThrow('offline')
    await disposed
    expect(runtime.releases).toBe(0)
  })
})

it('hands every option of the call on, and makes one classifier for all of them', async () => {
  const region = { left: 0, top: 0, width: 0.5, height: 0.5 }
  const options = { functionToApply: 'none', scoreThreshold: 2, labelAllowlist: ['dress', 'coat'], region } as const
  const half = { data: new Uint8Array(56 * 56).fill(2), width: 56, height: 56 }
  expect(await classify(half, options)).toEqual([{ label: 'dress', score: 10, index: 2 }])
  await classify({ shade: 1 })
  expect(created).toEqual([{}])
})
