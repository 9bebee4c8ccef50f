// Classifiers whose first run succeeds, fails or loses the device in; one that has run, or a freed one, out.
import { describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { ClassifierError } from './classifier-error'
import type { ClassifierErrorCode } from './error-codes'
import type { LoadProgress } from './progress'
import { warmUp } from './warm-up'

/** Its runs fail with these codes, one after the other, and succeed afterwards. */
function failing(...codes: ClassifierErrorCode[]) {
  const calls: string[] = []
  const warmup = async () => {
    calls.push('warmup')
    const code = codes.shift()
    if (code) throw new ClassifierError(code, 'As the test says.')
  }
  return { calls, classifier: { warmup, dispose: async () => { calls.push('dispose') } } }
}

describe('warmUp', () => {
  it('runs once and tells of it', async () => {
    const { calls, classifier } = failing()
    const heard: LoadProgress[] = []
    await warmUp(classifier, { onProgress: (progress) => heard.push(progress) })
    expect(calls).toEqual(['warmup'])
    expect(heard).toEqual([{ phase: 'warmup', loaded: 0, total: 1 }, { phase: 'warmup', loaded: 1, total: 1 }])
  })

  it('goes on after a lost device', async () => {
    const { calls, classifier } = failing('device-lost', 'device-lost')
    await warmUp(classifier, {})
    expect(calls).toEqual(['warmup', 'warmup', 'warmup'])
  })

  it.each<ClassifierErrorCode[][]>([[['run-failed']], [['device-lost', 'provider-failed']]])(
    'frees a classifier that cannot run: %j',
    async (codes) => {
      const { calls, classifier } = failing(...codes)
      await expect(warmUp(classifier, {})).rejects.toMatchObject({ code: codes.at(-1) })
      expect(calls.at(-1)).toBe('dispose')
    },
  )

  it('ends with the signal', async () => {
    const abort = new CountedAbort()
    const { calls, classifier } = failing()
    const stuck = { ...classifier, warmup: () => new Promise<void>(() => undefined) }
    const warming = warmUp(stuck, { signal: abort.signal })
    abort.abort('enough')
    await expect(warming).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(calls).toEqual(['dispose'])
    expect(abort.listeners).toBe(0)
  })
})
