// A preprocessor_config.json in; how a picture becomes the input of the model, in the manifest's terms, out.
import { isFiniteNumber } from '../../is-record'
import type { AppliedInPipeline, ModelInput, ModelResize, Normalization } from '../../manifest'
import { checkFields } from './preprocessor-fields'
import type { Preprocessor } from './preprocessor-fields'
import { readProcessorClass } from './processor-classes'
import { readResizing } from './read-resizing'
import type { PictureSize } from './read-resizing'
import { refuseField } from './refuse'

export interface PictureSteps {
  readonly resize: ModelResize
  /** Of the picture after the last step; null where the steps leave it as it comes. */
  readonly size: PictureSize | null
  readonly range: ModelInput['range']
  readonly normalization: AppliedInPipeline<Normalization>
}

/** Throws 'model-unsupported' naming the field that cannot be honoured, 'model-manifest' for what is no JSON object. */
export function readPreprocessor(json: unknown, channels: 1 | 3): PictureSteps {
  const preprocessor = checkFields(json)
  return {
    ...readResizing(preprocessor, readProcessorClass(preprocessor)),
    range: readRange(preprocessor),
    normalization: readNormalization(preprocessor, channels),
  }
}

/** Transformers multiplies bytes by the factor. */
function readRange({ do_rescale: rescales, rescale_factor: factor }: Preprocessor): ModelInput['range'] {
  if (rescales === false) return [0, 255]
  if (factor === undefined || factor === null) return [0, 1]
  if (!isFiniteNumber(factor) || factor <= 0) throw refuseField('rescale_factor', factor, 'it must be a number above 0')
  // 0.00392156862745098 is 1/255 as JSON has it.
  return [0, Math.abs(factor * 255 - 1) < 1e-12 ? 1 : factor * 255]
}

function readNormalization(preprocessor: Preprocessor, channels: 1 | 3): AppliedInPipeline<Normalization> {
  if (preprocessor.do_normalize === false) return { value: { mean: 0, std: 1 }, applied: 'in-pipeline' }
  const value = {
    mean: readChannels(preprocessor, 'image_mean', channels, isFiniteNumber),
    std: readChannels(preprocessor, 'image_std', channels, (std) => isFiniteNumber(std) && std > 0),
  }
  return { value, applied: 'in-pipeline' }
}

function readChannels(
  preprocessor: Preprocessor,
  key: string,
  channels: 1 | 3,
  accepts: (value: unknown) => boolean,
): number | readonly number[] {
  const value = preprocessor[key]
  if (isFiniteNumber(value) && accepts(value)) return value
  if (Array.isArray(value) && value.length === channels && value.every(accepts)) return value as readonly number[]
  throw refuseField(key, value, `it must be a list of ${channels} numbers, for "do_normalize" is not false`)
}
