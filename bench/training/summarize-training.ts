// The answers of the contestants, round by round, in; medians and ratios to the first contestant out.
import { median, quartiles } from '../median'
import type { TrainingAnswer } from './training-task'

export type Contestant = 'stock' | 'ours' | 'keras' | 'wasm' | 'cpu'

/** One answer of each contestant. */
export type Round = ReadonlyMap<Contestant, TrainingAnswer>

export interface Standing {
  readonly contestant: Contestant
  readonly software: string
  readonly imagesPerSecond: number
  /** Median and quartiles over the rounds of its speed by that of the first contestant in the same round. */
  readonly ratio: number
  readonly quartiles: readonly [number, number]
  /** The same median by the processor's time. */
  readonly processorRatio: number
  readonly megabytes: number
}

/** Throws an Error for a loss that is no finite number: that contestant did not train. */
function answerOf(round: Round, contestant: Contestant): TrainingAnswer {
  const answer = round.get(contestant)
  if (answer === undefined) throw new Error(`A round has no answer of '${contestant}'. Run the bench again.`)
  if (!Number.isFinite(answer.loss)) throw new Error(`The loss of '${contestant}' is ${answer.loss}: it did not train.`)
  return answer
}

export function summarizeTraining(rounds: readonly Round[], contestants: readonly Contestant[]): Standing[] {
  return contestants.map((contestant) => {
    const answers = rounds.map((round) => answerOf(round, contestant))
    const ratiosOf = (kind: 'imagesPerSecond' | 'imagesPerProcessorSecond') =>
      answers.map((answer, place) => answer[kind] / answerOf(rounds[place], contestants[0])[kind])
    const ratios = ratiosOf('imagesPerSecond')
    return {
      contestant,
      software: answers[0].software,
      imagesPerSecond: median(answers.map((answer) => answer.imagesPerSecond)),
      ratio: median(ratios),
      quartiles: quartiles(ratios),
      processorRatio: median(ratiosOf('imagesPerProcessorSecond')),
      megabytes: median(answers.map((answer) => answer.bytes)) / 2 ** 20,
    }
  })
}

const names: Readonly<Record<Contestant, string>> = {
  stock: 'tfjs-node, `model.fit`', ours: 'this project', keras: 'Keras in Python, `model.fit`',
  wasm: '`--backend wasm`', cpu: '`--backend cpu`, plain JavaScript',
}

export function standingCells(standing: Standing): string[] {
  const { contestant, imagesPerSecond, ratio, quartiles, processorRatio, megabytes } = standing
  const [lower, upper, middle, processor] = [...quartiles, ratio, processorRatio].map((value) => value.toFixed(2))
  const speed = imagesPerSecond.toFixed(imagesPerSecond < 10 ? 2 : 0)
  return [names[contestant], speed, middle, `${lower} to ${upper}`, processor, megabytes.toFixed(0)]
}
