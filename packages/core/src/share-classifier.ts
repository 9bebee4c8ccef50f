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
  const shared = new Map<string, Shared<Source>>()
  let keys: OptionKeys | undefined
  const arriving = new CallsInFlight()
  let disposal: Promise<unknown> = Promise.resolve()

  const share = (options: CreateClassifierOptions<ModelSource>): Shared<Source> => {
    const key = keys?.keyOf(options) ?? plainKey(options)
    const known = shared.get(key)
    if (known) return known
    const entry = { classifier: create(options), calls: new CallsInFlight() }
    shared.set(key, entry)
    // A failure is for those who wait for it now; the next call tries again.
    entry.classifier.catch(() => { if (shared.get(key) === entry) shared.delete(key) })
    return entry
  }

  const lookCloser = async (options: object): Promise<void> => {
    const look = await loadCloserLook()
    look.checkSharedOptions(options)
    keys ??= new look.OptionKeys()
  }

  const classify = async (
    image: Source | DecodedSource,
    options: SharedClassifyOptions<ModelSource> = {},
  ): Promise<Prediction[]> => {
    if (!arePlain(options, { ...plainOfCreation, ...plainOfCall })) await arriving.track(() => lookCloser(options))
    const { ofCall, ofCreation } = splitOptions(options)
    throwIfAborted(ofCall.signal)
    const { classifier, calls } = share(ofCreation)
    return calls.track(async () => {
      const ready = await untilAborted(classifier, ofCall.signal)
      return ready.classify(image, ofCall)
    })
  }

  const dispose = async (): Promise<void> => {
    const late = arriving.isEmpty ? undefined : arriving.finished().then(disposeAll)
    disposal = Promise.all([disposal.catch(() => undefined), disposeAll(), late])
    await disposal
  }

  const disposeAll = async (): Promise<void> => {
    const entries = [...shared.values()]
    shared.clear()
    await Promise.all(entries.map(disposeShared))
  }

  // One picture or many: the classifier's own overloads decide, so one signature serves both here.
  return Object.assign(classify, { dispose }) as SharedClassify<Source, ModelSource>
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
