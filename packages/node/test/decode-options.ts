// The options that decodeImage gets of the pipeline where a caller names none.
import type { DecodeOptions } from '@stylelens/core'

export const decodeOptions: DecodeOptions = {
  inputs: { files: true, network: true },
  maxBytes: 64 * 1024 * 1024,
  maxPixels: 64_000_000,
  timeout: 30_000,
}
