// Classifiers, pictures with their answers and a seed in; many overlapping calls, aborts and disposals, counted, out.
import type { Classifier } from '@stylelens/core'
import type { Random } from '../../samples/random'
import type { Answered } from './answer-alone'
import { compareAnswers } from './compare-answers'

export interface StressPlatform {
  createClassifier(): Promise<Classifier<Uint8Array>>
  /** Resolves in the next turn of the event loop. */
  nextTurn(): Promise<void>
}

export interface RoundSize {
  readonly calls: number
  /** So many are used side by side, and disposed of at the end. */
  readonly classifiers: number
  /** At so many random moments one of them is disposed of amid its calls, and another one takes its place. */
  readonly disposals: number
  /** The largest difference of a score. */
  readonly tolerance: number
}

export interface Tally {
  answered: number
  aborted: number
  /** Refused, for they were made after the disposal of their classifier. */
  disposed: number
  /** What was none of the three, or another answer than the sequential one. */
  readonly faults: string[]
  /** The most calls that were in flight at one time. */
  overlapping: number
}

/** Made on each classifier that was disposed of. */
export const callsTooLate = 5

/** Makes the calls in bursts and waits until every promise is settled. */
export async function stressRound(
  platform: StressPlatform,
  known: readonly Answered[],
  size: RoundSize,
  random: Random,
): Promise<Tally> {
  const round = new Round(platform, known, size, random)
  await round.run()
  return round.tally
}

type Subject = Promise<Classifier<Uint8Array>>

class Round {
  readonly tally: Tally = { answered: 0, aborted: 0, disposed: 0, faults: [], overlapping: 0 }
  readonly #platform: StressPlatform
  readonly #known: readonly Answered[]
  readonly #size: RoundSize
  readonly #random: Random
  readonly #subjects: Subject[] = []
  readonly #ends: Promise<unknown>[] = []
  #inFlight = 0

  constructor(platform: StressPlatform, known: readonly Answered[], size: RoundSize, random: Random) {
    this.#platform = platform
    this.#known = known
    this.#size = size
    this.#random = random
  }

  async run(): Promise<void> {
    const { calls, classifiers, disposals } = this.#size
    const moments = Array.from({ length: disposals }, () => this.#below(calls))
    for (let place = 0; place < classifiers; place++) this.#subjects.push(this.#platform.createClassifier())
    for (let made = 0, burst = 0; made < calls; made++, burst--) {
      for (const _ of moments.filter((moment) => moment === made)) this.#replaceOne()
      this.#call(this.#random.choose(this.#subjects))
      if (burst > 0) continue
      burst = this.#below(calls / 4)
      await this.#takeBreath()
    }
    for (const subject of this.#subjects) this.#retire(subject)
    await Promise.all(this.#ends)
  }

  /** One turn, or until some of the calls in flight have ended: the next calls meet a classifier at work. */
  async #takeBreath(): Promise<void> {
    await this.#platform.nextTurn()
    const left = this.#random.choose([this.#inFlight, this.#below(this.#inFlight)])
    while (this.#inFlight > left) await pause(5)
  }

  #replaceOne(): void {
    const place = this.#below(this.#subjects.length)
    this.#retire(this.#subjects[place])
    this.#subjects[place] = this.#platform.createClassifier()
  }

  /** What was called before is answered, what is called afterwards is refused. */
  #retire(subject: Subject): void {
    this.#ends.push(subject.then((classifier) => Promise.all([classifier.dispose(), classifier.dispose()])))
    for (let call = 0; call < callsTooLate; call++) this.#ends.push(this.#callTooLate(subject))
  }

  #call(subject: Subject): void {
    const signal = this.#random.chance(0.2) ? this.#abortSoon() : undefined
    const chosen = this.#choose()
    const asList = chosen.length !== 1 || this.#random.chance(0.1)
    const options = { topK: null, signal }
    const answers = subject.then(async (classifier) => asList
      ? classifier.classify(chosen.map(({ picture }) => picture), options)
      : [await classifier.classify(chosen[0].picture, options)])
    this.tally.overlapping = Math.max(this.tally.overlapping, ++this.#inFlight)
    const end = answers.then((given) => this.#check(given, chosen), (error: unknown) => {
      if (signal?.aborted && codeOf(error) === 'aborted') this.tally.aborted++
      else this.tally.faults.push(String(error))
    })
    this.#ends.push(end.finally(() => this.#inFlight--))
  }

  async #callTooLate(subject: Subject): Promise<void> {
    const { picture } = this.#random.choose(this.#known)
    const code = await subject.then((classifier) => classifier.classify(picture)).then(() => 'answered', codeOf)
    if (code === 'disposed') this.tally.disposed++
    else this.tally.faults.push(`after disposal: ${code}`)
  }

  /** Mostly one picture, sometimes up to eight, sometimes none. */
  #choose(): Answered[] {
    const length = this.#random.chance(0.2) ? this.#below(9) : 1
    return Array.from({ length }, () => this.#random.choose(this.#known))
  }

  /** At once, in one of the next turns of the event loop, or within a second. */
  #abortSoon(): AbortSignal {
    const controller = new AbortController()
    const turns = this.#random.choose([0, 0, 1, 3, 10])
    const delay = this.#random.choose([0, 0, 5, 50, 500, 1000])
    void (async () => {
      for (let turn = 0; turn < turns; turn++) await this.#platform.nextTurn()
      if (delay > 0) await pause(delay)
      controller.abort()
    })()
    return controller.signal
  }

  #check(answers: readonly Answered['alone'][], chosen: readonly Answered[]): void {
    const { tolerance } = this.#size
    const differences = chosen.map(({ alone }, place) => compareAnswers(answers[place] ?? [], alone, tolerance))
    const fault = answers.length === chosen.length ? differences.find((found) => found !== undefined) : 'another length'
    if (fault === undefined) this.tally.answered++
    else this.tally.faults.push(fault)
  }

  #below(limit: number): number {
    return Math.floor(this.#random.uniform(0, limit))
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | null)?.code ?? error)
