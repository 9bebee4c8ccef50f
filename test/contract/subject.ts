// A way to create classifiers and the fixtures in; classifiers that are proved to run where they should out.
import type { Classifier, CreateClassifierOptions } from '@stylelens/core'
import { check, equal } from './expectations'
import type { ContractFixtures, ContractPicture, GoldenScores } from './fixtures'

/** The public function of a platform. */
export type CreateClassifier = (options?: CreateClassifierOptions) => Promise<Classifier<unknown>>

export interface ContractCase {
  readonly name: string
  run(subject: Subject): Promise<void>
}

/** What the cases are run against. */
export class Subject {
  readonly fixtures: ContractFixtures
  readonly #createClassifier: CreateClassifier
  #shared: Promise<Classifier<unknown>> | undefined

  constructor(createClassifier: CreateClassifier, fixtures: ContractFixtures) {
    this.#createClassifier = createClassifier
    this.fixtures = fixtures
  }

  /** One classifier for all cases that do not dispose it. */
  classifier(): Promise<Classifier<unknown>> {
    this.#shared ??= this.create().then((classifier) => this.proved(classifier))
    return this.#shared
  }

  /** A classifier of its own, with any options, right or wrong, beside those of the row. */
  create(options: Readonly<Record<string, unknown>> = {}): Promise<Classifier<unknown>> {
    const { model, executionProvider, createOptions } = this.fixtures
    const all = { model, executionProviders: executionProvider, ...createOptions, ...options }
    return this.#createClassifier(all as CreateClassifierOptions)
  }

  /** Work with a classifier of its own, which is disposed afterwards. */
  async withClassifier(
    options: Readonly<Record<string, unknown>>,
    work: (classifier: Classifier<unknown>) => Promise<void>,
  ): Promise<void> {
    const classifier = this.proved(await this.create(options))
    try {
      await work(classifier)
    } finally {
      await classifier.dispose()
    }
  }

  /** Throws where anything but the provider of this row does any of the work. */
  proved(classifier: Classifier<unknown>): Classifier<unknown> {
    const { executionProvider, placement, fellBackFrom } = classifier.backend
    equal(executionProvider, this.fixtures.executionProvider, 'The execution provider')
    equal(fellBackFrom, [], 'The list of providers that it fell back from')
    equal(placement, 'full', 'The placement')
    return classifier
  }

  picture(name: string): ContractPicture {
    const found = this.fixtures.pictures.find((picture) => picture.name === name)
    check(found !== undefined, `There is no picture "${name}" among the fixtures.`)
    return found
  }

  /** The bytes of an encoded picture. */
  bytes(name: string): Uint8Array {
    const { source } = this.picture(name)
    check(source instanceof Uint8Array, `${name} must be an encoded picture.`)
    return source
  }

  /** The golden scores of the model that runs. */
  goldenScores({ manifest: { name, sha256 } }: Classifier<unknown>): GoldenScores {
    const scores = this.fixtures.scores[sha256]
    check(scores !== undefined, `There are no golden scores of ${name} with SHA-256 ${sha256}. Run \`npm run golden\`.`)
    return scores
  }

  /** Frees the shared classifier; the next case that needs one gets a new one. */
  async close(): Promise<void> {
    const shared = this.#shared
    this.#shared = undefined
    await (await shared)?.dispose()
  }
}
