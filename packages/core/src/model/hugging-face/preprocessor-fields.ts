// The fields of a preprocessor_config.json in; nothing out, or an error that names the first that is not done here.
import { isRecord } from '../../is-record'
import { preprocessorFile, refuseField } from './refuse'
import { ClassifierError } from '../../classifier-error'
import { describeValue } from '../../describe-value'

export type Preprocessor = Readonly<Record<string, unknown>>

/** Read by `readPreprocessor`. */
const honoured = [
  'do_resize',
  'size',
  'resample',
  'do_center_crop',
  'crop_size',
  'crop_pct',
  'do_rescale',
  'rescale_factor',
  'do_normalize',
  'image_mean',
  'image_std',
  'image_processor_type',
  'feature_extractor_type',
]

/** Change no pixel of one RGB picture, or say what is done here anyway (colour, EXIF). */
const harmless = [
  'do_convert_rgb',
  'default_to_square',
  'model_input_names',
  'processor_class',
  'auto_map',
  'data_format',
  'input_data_format',
  'return_tensors',
  'device',
  'disable_grouping',
  'num_channels',
  'image_seq_length',
  'transformers_version',
  '_name_or_path',
  '_processor_class',
  '_valid_processor_keys',
  '_commit_hash',
]

/** Throws 'model-manifest' where it is no JSON object, 'model-unsupported' for the first field that is neither. */
export function checkFields(json: unknown): Preprocessor {
  if (!isRecord(json)) {
    const sentence = `${preprocessorFile} must be a JSON object; received ${describeValue(json)}.`
    throw new ClassifierError('model-manifest', `${sentence} Download the model again.`)
  }
  for (const [key, value] of Object.entries(json)) {
    // False and null say that a step is not taken.
    const isIdle = value === null || value === false
    if (isIdle || honoured.includes(key) || harmless.includes(key)) continue
    throw refuseField(key, value, 'this SDK does not do that, and may not leave it out')
  }
  return json
}
