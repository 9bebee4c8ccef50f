// Hundreds of overlapping calls with random delays, failures, aborts, switches and a disposal in; right answers, out.
import { describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { randomNumbers } from '../test/random-numbers'
import { sampleLabels } from '../test/sample-manifest'
import type { Classifier } from './classifier'
import { isClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'

type Random = (below: number) => number

/** One call, and whether its answer is what it would be alone. */
interface Call {
  /** What it answered, or why not. */
  readonly outcome: Promise<{ readonly answer?: unknown; readonly error?: unknown }>
  readonly expected: unknown
  /** Codes that it may end with instead. */
  readonly excuses: readonly string[]
}

const calls = 200
// Runs with pictures of this shade fail.
const poison = 13

function pause(random: Random): Promise<unknown> {
  const turns = random(12)
  if (turns > 8) return new Promise((resolve) => { setTimeout(resolve, turns - 8) })
  let wait: Promise<unknown> = Promise.resolve()
  for (let turn = 0; turn < turns; turn++) wait = wait.then(() => undefined)
  return wait
}

class Storm {
  readonly runtime: FakeRuntime
  readonly abort = new CountedAbort()
  readonly #random: Random
  readonly #classifier: Classifier<FakePicture>

  static async start(seed: number): Promise<Storm> {
    const random = randomNumbers(seed)
    const maxSize = [1, 4, 32][random(3)]
    const batching = random(2) === 0 ? {} : { maxSize, maxQueue: [8, 64, Infinity][random(3)] }
    const runtime = fakeRuntime()
    return new Storm(random, runtime, await createClassifier(runtime, { batching }))
  }

  private constructor(random: Random, runtime: FakeRuntime, classifier: Classifier<FakePicture>) {
    this.#random = random
    this.runtime = runtime
    this.#classifier = classifier
    runtime.refuse = (shades) => { if (shades.includes(poison)) throw new Error('poisoned') }
  }

  async blow(): Promise<Call[]> {
    const begun: Call[] = []
    const disposeAt = calls - this.#random(calls / 4)
    for (let number = 0; number < calls; number++) {
      if (number === disposeAt) void this.#classifier.dispose()
      if (number === calls / 2) this.abort.abort('half of it is over')
      begun.push(this.#call(number >= disposeAt))
      this.runtime.runGate = pause(this.#random)
      if (this.#random(4) === 0) await pause(this.#random)
    }
    return begun
  }

  async end(): Promise<void> {
    await this.#classifier.dispose()
  }

  #call(isLate: boolean): Call {
    const signal = this.#random(3) === 0 ? this.abort.signal : undefined
    const pictures = Array.from({ length: this.#random(40) === 0 ? 150 : this.#random(5) }, () => this.#picture())
    const excuses = ['queue-full', ...(isLate ? ['disposed'] : []), ...(signal ? ['aborted'] : [])]
    const bad = pictures.some(({ shade }) => shade === poison) ? ['run-failed'] : []
    if (this.#random(3) > 0) return this.#single(signal, excuses)
    const expected = pictures.map(({ shade }) => [labelOf(shade)])
    const result = this.#classifier.classify(pictures, { topK: 1, signal })
      .then((lists) => lists.map((list) => list.map(({ label }) => label)))
    return { outcome: outcomeOf(result), expected, excuses: [...excuses, ...bad] }
  }

  #single(signal: CountedAbort['signal'] | undefined, excuses: readonly string[]): Call {
    const picture = this.#picture()
    const bad = picture.shade === poison ? ['run-failed'] : []
    const all = [...excuses, ...bad]
    const kind = this.#random(12)
    if (kind === 0) {
      const to = (['cpu', 'wasm'] as const)[this.#random(2)]
      return { outcome: outcomeOf(this.#classifier.setExecutionProviders(to)), expected: undefined, excuses: all }
    }
    if (kind < 3) {
      const result = this.#classifier.classifyDetailed(picture, { signal }).then(({ logits }) => logits.indexOf(10))
      return { outcome: outcomeOf(result), expected: picture.shade % 4, excuses: all }
    }
    if (kind < 5) {
      const result = this.#classifier.embed(picture, { signal }).then((embedding) => Array.from(embedding))
      return { outcome: outcomeOf(result), expected: [0.5, 0.5], excuses: all }
    }
    const result = this.#classifier.classify(picture, { topK: 1, signal }).then(([{ label }]) => label)
    return { outcome: outcomeOf(result), expected: labelOf(picture.shade), excuses: all }
  }

  #picture(): FakePicture {
    return { shade: this.#random(40), ready: pause(this.#random) }
  }
}

const outcomeOf = (result: Promise<unknown>): Call['outcome'] =>
  result.then((answer) => ({ answer }), (error: unknown) => ({ error }))

const labelOf = (shade: number) => sampleLabels[shade % sampleLabels.length]

describe.each(Array.from({ length: 12 }, (_, index) => index + 1))('storm %i', (seed) => {
  it('settles every call, each with its own answer or an error that it may have', async () => {
    const storm = await Storm.start(seed)
    const begun = await storm.blow()
    let answered = 0
    for (const { outcome, expected, excuses } of begun) {
      const { answer, error } = await outcome
      if (error === undefined) answered++
      if (error === undefined) expect(answer).toEqual(expected)
      else expect(isClassifierError(error) ? error.code : error).toBeOneOf([...excuses])
    }
    await storm.end()
    const { mostRuns, lateRuns, releases, attempts } = storm.runtime
    expect([mostRuns, lateRuns, releases]).toEqual([1, 0, attempts.length])
    expect(answered).toBeGreaterThan(calls / 10)
    expect(storm.abort.listeners).toBe(0)
  })
})
