// Contestants, each a way to ask a fresh process, and a number of rounds in; their answers, round by round, out.
import { alternate } from '../alternate'
import type { Contestant, Round } from './summarize-training'
import type { TrainingAnswer } from './training-task'

/** The first round only brings libraries into memory; it does not count. */
export async function measureRounds(
  contestants: ReadonlyMap<Contestant, () => Promise<TrainingAnswer>>,
  rounds: number,
): Promise<Round[]> {
  const answers: Round[] = []
  for (const order of alternate([...contestants], rounds + 1)) {
    const round = new Map<Contestant, TrainingAnswer>()
    for (const [contestant, ask] of order) round.set(contestant, await ask())
    answers.push(round)
  }
  return answers.slice(1)
}
