// The golden pictures in; a case for each of them out: the input that the model must see and the scores it must give.
import { check, equal, near } from './expectations'
import type { ContractFixtures, ContractPicture } from './fixtures'
import { scoresOf } from './scores'
import type { ContractCase, Subject } from './subject'

/** Where a decoder rounds otherwise, the scores of a picture may be off by this. */
const lossyTolerance = 0.05

export function goldenCases({ pictures }: ContractFixtures): readonly ContractCase[] {
  return [
    ...pictures.map((picture): ContractCase => ({
      name: `golden: ${picture.name} has its input and its scores`,
      run: (subject) => hasItsAnswer(subject, picture),
    })),
    { name: 'golden: all inputs in one run, as they are, have their scores', run: (subject) => inputsHaveScores(subject, {}) },
  ]
}

async function hasItsAnswer(subject: Subject, { name, source, input, inputTolerance }: ContractPicture): Promise<void> {
  const classifier = await subject.classifier()
  const expected = subject.goldenScores(classifier)[name]
  const { input: seen, predictions } = await classifier.classifyDetailed(source, { topK: null })
  equal([seen.width, seen.height, seen.channels], [28, 28, 1], `The size of the input of ${name}`)
  near(seen.data, input, inputTolerance, `the input of ${name}`)
  const isExact = input.every((value, index) => value === seen.data[index])
  hasScores(scoresOf(predictions), expected, isExact ? subject.fixtures.tolerance : lossyTolerance, name)
}

/** All inputs in one run, of the file that the options choose. */
export async function inputsHaveScores(subject: Subject, options: Readonly<Record<string, unknown>>): Promise<void> {
  const { pictures, tolerance } = subject.fixtures
  check(pictures.length > 20, `There must be more than 20 golden pictures; there are ${pictures.length}.`)
  await subject.withClassifier({ ...options, preprocess: 'raw' }, async (classifier) => {
    const expected = subject.goldenScores(classifier)
    const inputs = pictures.map(({ input }) => ({ data: input, width: 28, height: 28, channels: 1 }))
    const answers = await classifier.classify(inputs, { topK: null })
    for (const [number, { name }] of pictures.entries()) {
      hasScores(scoresOf(answers[number]), expected[name], tolerance, name)
    }
  })
}

function hasScores(
  actual: readonly number[],
  expected: readonly number[] | undefined,
  tolerance: number,
  name: string,
): void {
  check(expected !== undefined, `There are no golden scores of ${name}. Run \`npm run golden\`.`)
  near(actual, expected, tolerance, `the scores of ${name}`)
  const best = Math.max(...expected)
  const rivals = expected.filter((score) => best - score <= 2 * tolerance)
  if (rivals.length > 1) return
  equal(actual.indexOf(Math.max(...actual)), expected.indexOf(best), `The best index of ${name}`)
}
