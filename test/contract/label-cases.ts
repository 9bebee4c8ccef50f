// A subject in; proof of the options that choose labels and scores out: the two lists, and functionToApply.
import type { ClassifyOptions, Prediction } from '@stylelens/core'
import { check, equal, near, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import { scoresOf } from './scores'
import type { ContractCase, Subject } from './subject'

const picture = drawnPixels(60, 80)

async function all(subject: Subject): Promise<Prediction[]> {
  return (await subject.classifier()).classify(picture, { topK: null })
}

export const labelCases: readonly ContractCase[] = [
  {
    name: 'labelAllowlist: only its labels are returned, best first, with their scores as they are',
    run: async (subject) => {
      const full = await all(subject)
      const labelAllowlist = [full[7].label, full[0].label, full[3].label]
      const kept = full.filter(({ label }) => labelAllowlist.includes(label))
      await answers(subject, { labelAllowlist, topK: null }, kept)
      await answers(subject, { labelAllowlist, topK: 1 }, kept.slice(0, 1))
      await answers(subject, { labelAllowlist, topK: null, scoreThreshold: kept[1].score }, kept.slice(0, 2))
    },
  },
  {
    name: 'labelDenylist: its labels are left out before the first few are taken',
    run: async (subject) => {
      const full = await all(subject)
      await answers(subject, { labelDenylist: [full[0].label, full[2].label], topK: 2 }, [full[1], full[3]])
      await answers(subject, { labelDenylist: [], topK: null }, full)
    },
  },
  {
    name: 'labels: one that the model does not have is refused, and the message lists those that it has',
    run: async (subject) => {
      const classifier = await subject.classifier()
      for (const options of [{ labelAllowlist: ['Toga'] }, { labelDenylist: [classifier.labels[0], 'Toga'] }]) {
        const { message } = await rejectsWith('label-unknown', () => classifier.classify(picture, options), 'the call')
        const names = ['Toga', ...classifier.labels]
        check(names.every((name) => message.includes(name)), `The message must name ${names.join(', ')}: "${message}"`)
      }
    },
  },
  { name: 'functionToApply: softmax is the default, sigmoid and none are made of the logits', run: scoreFunctions },
  {
    name: 'functionToApply: none keeps all logits, however low, unless a threshold says otherwise',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const none = { functionToApply: 'none', topK: null } as const
      const logits = await classifier.classify(picture, none)
      equal(logits.length, classifier.labels.length, 'The number of logits')
      const scoreThreshold = logits[4].score
      const high = await classifier.classify(picture, { ...none, scoreThreshold })
      const expected = logits.filter(({ score }) => score >= scoreThreshold).length
      equal(high.length, expected, 'The number of those that reach it')
    },
  },
]

async function answers(subject: Subject, options: ClassifyOptions, expected: readonly Prediction[]): Promise<void> {
  const classifier = await subject.classifier()
  equal(await classifier.classify(picture, options), expected, 'The answer')
  const [first] = await classifier.classify([picture], options)
  equal(first.map(({ label }) => label), expected.map(({ label }) => label), 'The labels in a list')
  const { predictions } = await classifier.classifyDetailed(picture, options)
  equal(predictions.map(({ label }) => label), expected.map(({ label }) => label), 'The labels of the detailed answer')
}

async function scoreFunctions(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const { batchTolerance } = subject.fixtures
  const { logits } = await classifier.classifyDetailed(picture)
  const scores = async (options: ClassifyOptions) =>
    scoresOf(await classifier.classify(picture, { topK: null, ...options }))
  equal(await scores({ functionToApply: 'softmax' }), await scores({}), 'The scores of softmax')
  // Logits are larger numbers than probabilities, and as many times further apart.
  const tolerance = batchTolerance * Math.max(1, ...logits.map(Math.abs))
  near(await scores({ functionToApply: 'none' }), logits, tolerance, 'the logits')
  const sigmoid = Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)))
  near(await scores({ functionToApply: 'sigmoid' }), sigmoid, tolerance, 'the sigmoid of the logits')
  const [list] = await classifier.classify([picture], { functionToApply: 'sigmoid', topK: null })
  near(scoresOf(list), sigmoid, tolerance, 'the sigmoid in a list')
}
