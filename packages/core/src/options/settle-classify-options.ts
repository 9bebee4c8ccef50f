// The options of one classify call as a caller writes them in; checked, with defaults, out.
import type { ClassifyOptions, ResolvedClassifyOptions } from './classify-options'
import { loadCloserLook } from './load-closer-look'
import { classifyDefaults } from './option-defaults'
import { arePlain, plainOfCall } from './plain-options'

/** Errors: 'option-unknown', 'option-invalid', 'label-unknown'. */
export async function settleClassifyOptions(
  options: ClassifyOptions | undefined,
  labels: readonly string[],
): Promise<ResolvedClassifyOptions> {
  if (arePlain(options, plainOfCall)) return plainSettings(options ?? {}, labels.length)
  const { resolveClassifyOptions } = await loadCloserLook()
  return resolveClassifyOptions(options, labels)
}

function plainSettings({ topK, scoreThreshold, signal }: ClassifyOptions, most: number): ResolvedClassifyOptions {
  const { functionToApply, tta } = classifyDefaults
  return {
    topK: Math.min(most, topK === undefined ? classifyDefaults.topK : topK ?? most),
    scoreThreshold: scoreThreshold ?? classifyDefaults.scoreThreshold,
    allowed: undefined,
    functionToApply,
    tta,
    region: undefined,
    signal,
  }
}
