// Models that take other numbers than float32 in; proof that they run as well out.
import { tellsColours, withModel } from './custom-model-cases'
import { equal, rejectsWith } from './expectations'
import type { ContractFixtures } from './fixtures'
import type { ContractCase } from './subject'

const types = ['uint8', 'float16'] as const

const runs = (type: (typeof types)[number]): ContractCase => ({
  name: `custom model: an input of ${type} is fed`,
  run: async (subject) => {
    await withModel(subject, subject.fixtures.typed[type], {}, async (classifier) => {
      equal(classifier.manifest.input.type, type, 'The type of the input')
      await tellsColours(classifier, [8, 8, 3], subject.fixtures.tolerance)
    })
  },
})

const refusesOther: ContractCase = {
  name: 'custom model: a type that its graph does not take is refused',
  run: async (subject) => {
    const { bytes, manifest } = subject.fixtures.typed.uint8
    const model = { bytes, manifest: { ...manifest, input: { ...(manifest.input as object), type: 'float32' } } }
    await rejectsWith('model-invalid', () => subject.create({ model }), 'creation')
  },
}

/** What a GPU does with such types depends on the GPU. */
export function typedModelCases({ executionProvider }: ContractFixtures): readonly ContractCase[] {
  return ['cpu', 'wasm'].includes(executionProvider) ? [...types.map(runs), refusesOther] : []
}
