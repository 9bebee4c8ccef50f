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
