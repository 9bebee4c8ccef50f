// What is done where an option is left out: written here once, and read by the tables, the checks and the keys.

/** Of createClassifier. `model` names an embedded one. */
export const createDefaults = {
  model: 'fashion-small',
  dtype: 'fp32',
  maxModelBytes: 1024 * 1024 * 1024,
  strict: false,
  threads: 1,
  worker: false,
  maxBytes: 64 * 1024 * 1024,
  timeout: 30_000,
  maxPixels: 64_000_000,
  logLevel: 'silent',
} as const

export const inputDefaults = { files: true, network: true } as const

/** `listSize`, decided in docs/decisions/0012, is no option: a list is one caller's, who asked for throughput. */
export const batchingDefaults = { maxSize: 32, listSize: 128, maxDelay: 0, maxQueue: Infinity } as const

/** Of classify and all that takes its options. */
export const classifyDefaults = { topK: 5, scoreThreshold: 0, functionToApply: 'softmax', tta: 'none' } as const

/** Those that belong to one call, and not to the classifier that it runs on. */
export const classifyOptionNames: readonly string[] =
  ['topK', 'scoreThreshold', 'labelAllowlist', 'labelDenylist', 'functionToApply', 'tta', 'region', 'signal']
