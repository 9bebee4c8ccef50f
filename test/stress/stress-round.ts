// A classifier, pictures with their answers and a seed in; many overlapping calls, some of them aborted, counted out.
import type { Classifier, Prediction } from '@stylelens/core'
import type { Random } from '../../samples/random'
import { compareAnswers } from './compare-answers'
import type { StressPicture } from './stress-pictures'

export interface Answered {
  readonly picture: StressPicture
  /** What it got in a call of its own. */
  readonly alone: readonly Prediction[]
}

export interface Tally {
  answered: number
  aborted: number
  disposed: number
  readonly faults: string[]
  inFlight: number
  overlapping: number
}

type Subject = Classifier<Uint8Array>

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Makes `calls` calls in bursts, disposes of the classifier while they are in flight, and waits for all of them. */
export async function stressRound(
  classifier: Subject,
  known: readonly Answered[],
  calls: number,
  random: Random,
): Promise<Tally> {
  const tally: Tally = { answered: 0, aborted: 0, disposed: 0, faults: [], inFlight: 0, overlapping: 0 }
  const ends: Promise<void>[] = []
  while (ends.length < calls) {
    const burst = Math.min(calls - ends.length, Math.ceil(random.uniform(0, calls / 4)))
    for (let call = 0; call < burst; call++) ends.push(oneCall(classifier, known, random, tally))
    await nextTurn()
  }
  const disposals = [classifier.dispose(), classifier.dispose()]
  for (let call = 0; call < 20; call++) ends.push(oneCall(classifier, known, random, tally))
  await Promise.all([...ends, ...disposals])
  return tally
}

function oneCall(classifier: Subject, known: readonly Answered[], random: Random, tally: Tally): Promise<void> {
  const signal = random.chance(0.2) ? abortSoon(random) : undefined
  const chosen = Array.from({ length: random.chance(0.2) ? Math.floor(random.uniform(0, 9)) : 1 }, () => random.choose(known))
  const asList = chosen.length !== 1 || random.chance(0.1)
  const options = { topK: null, signal }
  const call = asList
    ? classifier.classify(chosen.map(({ picture }) => picture), options)
    : classifier.classify(chosen[0].picture, options).then((answer) => [answer])
  tally.inFlight++
  tally.overlapping = Math.max(tally.overlapping, tally.inFlight)
  return call.then((answers) => checkAnswers(answers, chosen, tally), (error: unknown) => countError(error, signal, tally))
    .finally(() => tally.inFlight--)
}

/** At once, in one of the next turns of the event loop, or within a second. */
function abortSoon(random: Random): AbortSignal {
  const controller = new AbortController()
  const turns = random.choose([0, 0, 1, 3, 10])
  const delay = random.choose([0, 0, 5, 50, 500, 1000])
  void (async () => {
    for (let turn = 0; turn < turns; turn++) await nextTurn()
    if (delay > 0) await pause(delay)
    controller.abort()
  })()
  return controller.signal
}

function checkAnswers(answers: readonly (readonly Prediction[])[], chosen: readonly Answered[], tally: Tally): void {
  const differences = answers.map((answer, place) => compareAnswers(answer, chosen[place].alone))
  const fault = answers.length === chosen.length ? differences.find((found) => found !== undefined) : 'another length'
  if (fault === undefined) tally.answered++
  else tally.faults.push(fault)
}

function countError(error: unknown, signal: AbortSignal | undefined, tally: Tally): void {
  const code = (error as { readonly code?: unknown } | null)?.code
  if (code === 'aborted' && signal?.aborted) tally.aborted++
  else if (code === 'disposed') tally.disposed++
  else tally.faults.push(String(error))
}
