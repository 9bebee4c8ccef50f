// Changes in; the options that loadModel gets where a caller chooses nothing else, out.
import type { LoadModelOptions } from '@stylelens/core'

export function loadOptions(changes: Partial<LoadModelOptions> = {}): LoadModelOptions {
  return {
    dtype: 'fp32',
    fetch: undefined,
    cache: undefined,
    integrity: undefined,
    maxModelBytes: 1024 * 1024,
    timeout: 5000,
    ...changes,
  }
}
