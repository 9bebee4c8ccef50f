// A way to create classifiers in; a classify function out that creates them when needed and shares them.
import { throwIfAborted } from './abort/throw-if-aborted'
import { untilAborted } from './abort/until-aborted'
import { CallsInFlight } from './calls-in-flight'
import type { Classifier } from './classifier'
import type { ClassifyOptions } from './options/classify-options'
import type { CreateClassifierOptions } from './options/create-options'
import { loadCloserLook } from './options/load-closer-look'
import type { OptionKeys } from './options/option-keys'
import { classifyOptionNames } from './options/option-defaults'
import { plainKey } from './options/plain-key'
import { arePlain, plainOfCall, plainOfCreation } from './options/plain-options'
import type { Prediction } from './prediction'
import type { DecodedSource } from './runtime'

export interface SharedClassifyOptions<ModelSource = string>
  extends CreateClassifierOptions<ModelSource>, ClassifyOptions {}

/** `classify` without a classifier: one is created on first use for each different set of creation options. */
export interface SharedClassify<Source, ModelSource = string> {
  (images: readonly (Source | DecodedSource)[], options?: SharedClassifyOptions<ModelSource>): Promise<Prediction[][]>
  (image: Source | DecodedSource, options?: SharedClassifyOptions<ModelSource>): Promise<Prediction[]>
  /** Waits for calls in flight and frees every shared classifier. A later call starts anew. */
  dispose(): Promise<void>
}

interface Shared<Source> {
  readonly classifier: Promise<Classifier<Source>>
  readonly calls: CallsInFlight
}

/** @param create is called without a signal: a caller who aborts leaves, the others keep what is being created. */
export function createSharedClassify<Source, ModelSource = string>(
  create: (options: CreateClassifierOptions<ModelSource>) => Promise<Classifier<Source>>,
): SharedClassify<Source, ModelSource> {
  const shared = new SharedClassifiers(create)
  const classify = (...call: Parameters<typeof shared.classify>): Promise<Prediction[]> => shared.classify(...call)
  // One picture or many: the classifier's own overloads decide, so one signature serves both here.
  return Object.assign(classify, { dispose: () => shared.dispose() }) as SharedClassify<Source, ModelSource>
}

class SharedClassifiers<Source, ModelSource> {
  readonly #create: (options: CreateClassifierOptions<ModelSource>) => Promise<Classifier<Source>>
  readonly #shared = new Map<string, Shared<Source>>()
  /** Calls whose options are still looked at. */
  readonly #arriving = new CallsInFlight()
  #keys: OptionKeys | undefined
  #disposal: Promise<unknown> = Promise.resolve()

  constructor(create: (options: CreateClassifierOptions<ModelSource>) => Promise<Classifier<Source>>) {
    this.#create = create
  }

  async classify(
    image: Source | DecodedSource,
    options: SharedClassifyOptions<ModelSource> = {},
  ): Promise<Prediction[]> {
    if (!arePlain(options, { ...plainOfCreation, ...plainOfCall })) {
      await this.#arriving.track(() => this.#lookCloser(options))
    }
    const { ofCall, ofCreation } = splitOptions(options)
    throwIfAborted(ofCall.signal)
    const { classifier, calls } = this.#share(ofCreation)
    return calls.track(async () => {
      const ready = await untilAborted(classifier, ofCall.signal)
      return ready.classify(image, ofCall)
    })
  }

  async dispose(): Promise<void> {
    const late = this.#arriving.isEmpty ? undefined : this.#arriving.finished().then(() => this.#disposeAll())
    this.#disposal = Promise.all([this.#disposal.catch(() => undefined), this.#disposeAll(), late])
    await this.#disposal
  }

  async #lookCloser(options: object): Promise<void> {
    const look = await loadCloserLook()
    look.checkSharedOptions(options)
    this.#keys ??= new look.OptionKeys()
  }

  #share(options: CreateClassifierOptions<ModelSource>): Shared<Source> {
    const key = this.#keys?.keyOf(options) ?? plainKey(options)
    const known = this.#shared.get(key)
    if (known) return known
    const entry = { classifier: this.#create(options), calls: new CallsInFlight() }
    this.#shared.set(key, entry)
    // A failure is for those who wait for it now; the next call tries again.
    entry.classifier.catch(() => { if (this.#shared.get(key) === entry) this.#shared.delete(key) })
    return entry
  }

  async #disposeAll(): Promise<void> {
    const entries = [...this.#shared.values()]
    this.#shared.clear()
    await Promise.all(entries.map(disposeShared))
  }
}

interface SplitOptions<ModelSource> {
  readonly ofCall: ClassifyOptions
  readonly ofCreation: CreateClassifierOptions<ModelSource>
}

/** The signal is the call's alone. */
function splitOptions<ModelSource>(options: SharedClassifyOptions<ModelSource>): SplitOptions<ModelSource> {
  const entries = Object.entries(options)
  const isOfCall = ([name]: readonly [string, unknown]): boolean => classifyOptionNames.includes(name)
  return {
    ofCall: Object.fromEntries(entries.filter(isOfCall)),
    ofCreation: Object.fromEntries(entries.filter((entry) => !isOfCall(entry))),
  }
}

async function disposeShared<Source>({ classifier, calls }: Shared<Source>): Promise<void> {
  await calls.finished()
  const created = await classifier.catch(() => undefined)
  await created?.dispose()
}
