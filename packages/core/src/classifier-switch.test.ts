// Changes of the execution provider of a live classifier in; calls that lose nothing, and freed sessions, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'
import type { ExecutionProvider } from './execution-provider'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime, { executionProviders: 'cpu' })
})

const attempted = () => runtime.attempts.map(({ candidate }) => candidate.name)

describe('setExecutionProviders', () => {
  it('makes the new session, tells of it, and frees the old one', async () => {
    expect(await classifier.setExecutionProviders('wasm')).toBeUndefined()
    expect(classifier.backend).toMatchObject({ executionProvider: 'wasm', requested: ['wasm'], fellBackFrom: [] })
    expect([attempted(), runtime.releases]).toEqual([['cpu', 'wasm'], 1])
    expect((await classifier.classify({ shade: 1 }))[0].label).toBe('coat')
    await classifier.dispose()
    expect(runtime.releases).toBe(2)
  })

  it('swaps between two runs: what runs ends on the old one, what waits runs on the new one', async () => {
    const gate = makeGate()
    runtime.runGate = gate.opened
    const running = classifier.classify({ shade: 1 })
    await settle()
    const waiting = [2, 3].map((shade) => classifier.classify({ shade }))
    const change = classifier.setExecutionProviders('wasm')
    await settle()
    expect(runtime.releases).toBe(0)
    gate.open()
    const answers = await Promise.all([running, ...waiting])
    await change
    expect(answers.map(([{ label }]) => label)).toEqual(['coat', 'dress', 'shirt'])
    expect([runtime.mostRuns, runtime.lateRuns, runtime.releases]).toEqual([1, 0, 1])
  })

  it('keeps the old session running while the new one is being made', async () => {
    const gate = makeGate()
    runtime.start = () => gate.opened
    const change = classifier.setExecutionProviders('wasm')
    await settle()
    expect((await classifier.classify({ shade: 2 }))[0].label).toBe('dress')
    expect(classifier.backend.executionProvider).toBe('cpu')
    gate.open()
    await change
    expect(classifier.backend.executionProvider).toBe('wasm')
  })

  it('goes on with the old session where the new one cannot be had', async () => {
    runtime.start = () => { throw new ClassifierError('provider-unavailable', 'Not here.') }
    const change = classifier.setExecutionProviders(['webgpu', 'cuda'])
    await expect(change).rejects.toMatchObject({ code: 'provider-failed' })
    expect(classifier.backend.executionProvider).toBe('cpu')
    expect((await classifier.classify({ shade: 3 }))[0].label).toBe('shirt')
    expect(runtime.releases).toBe(0)
  })

  it('does several changes one after the other, whatever becomes of each', async () => {
    runtime.start = ({ candidate }) => { if (candidate.name === 'cuda') throw new Error('no driver') }
    const changes = (['wasm', 'cuda', 'cpu'] as const).map((name) => classifier.setExecutionProviders(name))
    const settled = await Promise.allSettled(changes)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(classifier.backend.executionProvider).toBe('cpu')
    expect(attempted()).toEqual(['cpu', 'wasm', 'cuda', 'cuda', 'cpu'])
    expect(runtime.releases).toBe(2)
  })

  it.each([[undefined], [[]], ['abacus'], [{ device: 1 }], [null]])('refuses %j and changes nothing', async (given) => {
    const change = classifier.setExecutionProviders(given as unknown as ExecutionProvider)
    await expect(change).rejects.toMatchObject({ code: 'option-invalid' })
    expect(attempted()).toEqual(['cpu'])
  })

  it('is waited for by dispose, which frees what it made; afterwards it is refused', async () => {
    const gate = makeGate()
    runtime.start = () => gate.opened
    const change = classifier.setExecutionProviders('wasm')
    await settle()
    const disposal = classifier.dispose()
    await expect(classifier.setExecutionProviders('cpu')).rejects.toMatchObject({ code: 'disposed' })
    gate.open()
    await Promise.all([change, disposal])
    expect(runtime.releases).toBe(2)
  })
})
