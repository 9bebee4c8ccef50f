// A platform's createClassifier and fixtures in; the cases that every runtime must pass out, for any test runner.
import { abortCases } from './contract/abort-cases'
import { batchCases } from './contract/batch-cases'
import { customModelCases } from './contract/custom-model-cases'
import { detailedCases } from './contract/detailed-cases'
import { closingCase, disposalCases } from './contract/disposal-cases'
import { encodedCases } from './contract/encoded-cases'
import { embeddingCases } from './contract/embedding-cases'
import type { ContractFixtures } from './contract/fixtures'
import { flipCases } from './contract/flip-cases'
import { formCases } from './contract/form-cases'
import { goldenCases } from './contract/golden-cases'
import { labelCases } from './contract/label-cases'
import { pixelCases } from './contract/pixel-cases'
import { predictionCases } from './contract/prediction-cases'
import { providerCases } from './contract/provider-cases'
import { queueCases } from './contract/queue-cases'
import { regionCases } from './contract/region-cases'
import { streamCases } from './contract/stream-cases'
import { Subject } from './contract/subject'
import type { CreateClassifier } from './contract/subject'
import { typedModelCases } from './contract/typed-model-cases'
import { wrongInputCases } from './contract/wrong-input-cases'
import { wrongOptionCases } from './contract/wrong-option-cases'

export interface BoundCase {
  /** Begins with the subject, e.g. 'golden: '. No two are the same. */
  readonly name: string
  /** Rejects where the runtime does not keep the contract. */
  run(): Promise<void>
}

/**
 * To be run one after the other, in this order: the provider is proved first, and the last case frees the classifier
 * that the others share. Any selection may be run as well. Needs no test runner and no module of a platform.
 */
export function runtimeContract(createClassifier: CreateClassifier, fixtures: ContractFixtures): BoundCase[] {
  const subject = new Subject(createClassifier, fixtures)
  const cases = [
    ...providerCases,
    ...predictionCases,
    ...labelCases,
    ...batchCases,
    ...queueCases,
    ...streamCases,
    ...pixelCases,
    ...encodedCases,
    ...goldenCases(fixtures),
    ...formCases,
    ...flipCases,
    ...regionCases,
    ...detailedCases,
    ...embeddingCases,
    ...customModelCases(fixtures),
    ...typedModelCases(fixtures),
    ...abortCases,
    ...wrongInputCases,
    ...wrongOptionCases,
    ...disposalCases,
    closingCase,
  ]
  return cases.map(({ name, run }) => ({ name, run: () => run(subject) }))
}
