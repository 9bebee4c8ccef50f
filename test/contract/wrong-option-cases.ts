// A subject in; proof that every wrong option is refused with its own code out.
import { check, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import type { ContractCase } from './subject'

type WrongOptions = readonly [what: string, code: string, options: unknown]

const picture = drawnPixels(28, 28)

const ofClassify: readonly WrongOptions[] = [
  ['an unknown name', 'option-unknown', { topk: 3 }],
  ['topK 0', 'option-invalid', { topK: 0 }],
  ['topK -1', 'option-invalid', { topK: -1 }],
  ['topK 1.5', 'option-invalid', { topK: 1.5 }],
  ['topK NaN', 'option-invalid', { topK: NaN }],
  ['topK as a string', 'option-invalid', { topK: '5' }],
  ['scoreThreshold above 1', 'option-invalid', { scoreThreshold: 1.01 }],
  ['scoreThreshold below 0', 'option-invalid', { scoreThreshold: -0.01 }],
  ['scoreThreshold NaN', 'option-invalid', { scoreThreshold: NaN }],
  ['an empty allowlist', 'option-invalid', { labelAllowlist: [] }],
  ['an allowlist that is no list', 'option-invalid', { labelAllowlist: 'Bag' }],
  ['both lists of labels', 'option-invalid', { labelAllowlist: ['Bag'], labelDenylist: ['Coat'] }],
  ['a denylist with an unknown label', 'label-unknown', { labelDenylist: ['Toga'] }],
  ['an unknown function', 'option-invalid', { functionToApply: 'tanh' }],
  ['a region in pixels', 'option-invalid', { region: { left: 10, top: 10, width: 20, height: 20 } }],
  ['a region of no size', 'option-invalid', { region: { left: 0, top: 0, width: 0, height: 1 } }],
  ['a region that reaches out', 'option-invalid', { region: { left: 0.6, top: 0, width: 0.5, height: 1 } }],
  ['a region without a side', 'option-invalid', { region: { left: 0, top: 0, width: 1 } }],
  ['a signal that is none', 'option-invalid', { signal: {} }],
  ['the index that map passes', 'option-invalid', 3],
  ['null', 'option-invalid', null],
]

const ofCreation: readonly WrongOptions[] = [
  ['an unknown name', 'option-unknown', { topK: 3 }],
  ['an unknown provider', 'option-invalid', { executionProviders: 'abacus' }],
  ['an unknown provider within a list', 'option-invalid', { executionProviders: ['wasm', { name: 'abacus' }] }],
  ['no provider', 'option-invalid', { executionProviders: [] }],
  ['an unknown model', 'model-not-found', { model: 'no-such-model' }],
  ['a model without a name', 'option-invalid', { model: '' }],
  ['an unknown mode of preprocess', 'option-invalid', { preprocess: 'sepia' }],
  ['no threads', 'option-invalid', { threads: 0 }],
  ['a half thread', 'option-invalid', { threads: 1.5 }],
  ['a timeout that no timer holds', 'option-invalid', { timeout: 2 ** 31 }],
  ['maxPixels 0', 'option-invalid', { maxPixels: 0 }],
  ['maxBytes 0', 'option-invalid', { maxBytes: 0 }],
  ['warmup that is no boolean', 'option-invalid', { warmup: 'yes' }],
  ['batching that is a number', 'option-invalid', { batching: 8 }],
  ['an unknown name within batching', 'option-unknown', { batching: { size: 8 } }],
  ['runs of no picture', 'option-invalid', { batching: { maxSize: 0 } }],
  ['a delay below 0', 'option-invalid', { batching: { maxDelay: -1 } }],
  ['a queue for nobody', 'option-invalid', { batching: { maxQueue: 0 } }],
  ['an unknown door', 'option-unknown', { inputs: { clipboard: true } }],
  ['a door that is no boolean', 'option-invalid', { inputs: { files: 'no' } }],
  ['providers among the session options', 'option-invalid', { sessionOptions: { executionProviders: ['cpu'] } }],
]

export const wrongOptionCases: readonly ContractCase[] = [
  ...ofClassify.map(([what, code, options]): ContractCase => ({
    name: `wrong option of classify: ${what} is refused with ${code}`,
    run: async (subject) => {
      const classifier = await subject.classifier()
      await rejectsWith(code, () => classifier.classify(picture, options as object), `classify with ${what}`)
      await rejectsWith(code, () => classifier.classify([], options as object), `an empty list with ${what}`)
      const detailed = () => classifier.classifyDetailed(picture, options as object)
      await rejectsWith(code, detailed, `a detailed call with ${what}`)
    },
  })),
  ...ofCreation.map(([what, code, options]): ContractCase => ({
    name: `wrong option of createClassifier: ${what} is refused with ${code}`,
    run: async (subject) => {
      await rejectsWith(code, () => subject.create(options as Record<string, unknown>), `creation with ${what}`)
    },
  })),
  {
    name: 'wrong option: the message names the known ones',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const call = () => classifier.classify(picture, { topk: 3 } as object)
      const { message } = await rejectsWith('option-unknown', call, 'the call')
      const names = ['topk', 'topK', 'scoreThreshold', 'signal']
      check(names.every((name) => message.includes(name)), `The message must name ${names.join(', ')}: "${message}"`)
    },
  },
]
