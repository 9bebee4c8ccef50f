// A subject in; proof that `tta: 'flip'` answers a picture and its mirror image alike, by the mean of both, out.
import { check, near, rejectsWith } from './expectations'
import type { ContractPixels } from './fixtures'
import { scoresOf } from './scores'
import type { ContractCase, Subject } from './subject'

const side = 28

/** A golden input and its mirror image, as the model sees them. */
function pairOf(subject: Subject): readonly [ContractPixels, ContractPixels] {
  const { input } = subject.picture('size-28x28.png')
  const mirrored = input.map((_, index) => input[index - (index % side) + side - 1 - (index % side)])
  const pixels = (data: Uint8Array): ContractPixels => ({ data, width: side, height: side, channels: 1 })
  return [pixels(input), pixels(mirrored)]
}

export const flipCases: readonly ContractCase[] = [
  { name: 'flip: a picture and its mirror image have the mean of their logits, one by one and in a list', run: isMean },
  {
    name: 'flip: the softmax of the logits is the scores',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { logits, predictions } = await classifier.classifyDetailed(pairOf(subject)[0], { tta: 'flip', topK: null })
      const powers = Array.from(logits, (logit) => Math.exp(logit))
      const sum = powers.reduce((total, power) => total + power, 0)
      near(powers.map((power) => power / sum), scoresOf(predictions), 1e-5, 'the softmax of the logits')
    },
  },
  {
    name: 'flip: another word is refused',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const [picture] = pairOf(subject)
      await rejectsWith('option-invalid', () => classifier.classify(picture, { tta: 'both' as 'flip' }), 'tta: both')
    },
  },
]

async function isMean(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const { batchTolerance } = subject.fixtures
  const pair = pairOf(subject)
  const options = { functionToApply: 'none', topK: null } as const
  const [plain, mirrored] = (await classifier.classify(pair, options)).map(scoresOf)
  const differences = plain.map((logit, label) => Math.abs(logit - mirrored[label]))
  check(Math.max(...differences) > 0.01, 'A picture and its mirror image must differ, or nothing is proved.')
  const temperature = classifier.manifest.flipTemperature?.value ?? 1
  const means = plain.map((logit, label) => (logit + mirrored[label]) / 2 / temperature)
  const tolerance = Math.max(1e-4, 10 * batchTolerance) // logits are up to ten times as large as scores
  const flipped = await classifier.classify(pair, { ...options, tta: 'flip' })
  for (const answer of [...flipped, await classifier.classify(pair[0], { ...options, tta: 'flip' })]) {
    near(scoresOf(answer), means, tolerance, 'the mean logits')
  }
}
