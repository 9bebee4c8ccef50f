// Files of Hugging Face style folders that ask for what is not done here in; errors that name the field out.
import { describe, expect, it } from 'vitest'
import { config, errorOf, factsOf, file, make, open, vit } from '../../../test/hugging-face-files'
import { FLOAT16, INT64, makeOnnx, sampleGraph, UINT8, valueInfo } from '../../../test/make-onnx'
import type { ElementType } from '../../../test/make-onnx'
import { readOnnx } from '../onnx/read-onnx'
import { manifestFromHuggingFace } from './manifest-from-hugging-face'

describe('refused by name', () => {
  it.each<[string, object]>([
    ['do_pad', { do_pad: true }],
    ['do_flip_channel_order', { do_flip_channel_order: true }],
    ['do_thumbnail', { do_thumbnail: true }],
    ['do_align_long_axis', { do_align_long_axis: true }],
    ['do_reduce_labels', { do_reduce_labels: true }],
    ['do_something_new', { do_something_new: true }],
    ['rescale_offset', { rescale_offset: true }],
    ['include_top', { include_top: true }],
    ['size_divisor', { size_divisor: 32 }],
    ['interpolation', { interpolation: 'bicubic' }],
    ['resample', { resample: 6 }],
    ['resample', { resample: 'bicubic' }],
    ['resample', { resample: -1 }],
    ['size', { size: [224, 224] }],
    ['size', { size: undefined, do_resize: true }],
    ['size', { size: { height: 224 } }],
    ['size.longest_edge', { size: { shortest_edge: 224, longest_edge: 400 } }],
    ['size', { size: 0 }],
    ['crop_size', { do_center_crop: true }],
    ['crop_size', { do_center_crop: true, crop_size: { shortest_edge: 3 } }],
    ['crop_pct', { size: { shortest_edge: 9 }, crop_pct: 1.5 }],
    ['crop_pct', { crop_pct: 0.9 }],
    ['rescale_factor', { rescale_factor: 0 }],
    ['rescale_factor', { rescale_factor: '1/255' }],
    ['image_mean', { image_mean: undefined }],
    ['image_mean', { image_mean: [0.5] }],
    ['image_std', { image_std: [1, 0, 1] }],
    ['do_center_crop', { do_center_crop: 'yes' }],
    ['image_processor_type', { image_processor_type: 'LevitImageProcessor' }],
    ['image_processor_type', { image_processor_type: 'EfficientNetImageProcessor' }],
    [
      'feature_extractor_type',
      { image_processor_type: undefined, feature_extractor_type: 'PerceiverFeatureExtractor' },
    ],
  ])('%s: %j', (field, preprocessor) => {
    const error = errorOf(() => make(preprocessor))
    expect(error.code).toBe('model-unsupported')
    expect(error.message).toContain(`"${field}"`)
  })

  it('steps that are not taken, and fields that change no pixel, are not', () => {
    expect(() =>
      make({
        do_pad: false,
        do_reduce_labels: null,
        do_something_new: false,
        rescale_offset: false,
        do_convert_rgb: true,
        _valid_processor_keys: ['images'],
        model_input_names: ['pixel_values'],
        data_format: 'channels_first',
        device: null,
      }),
    ).not.toThrow()
  })

  it.each<[string, RegExp, () => unknown]>([
    ['model-unsupported', /shortest side without a crop/, () => make({ size: { shortest_edge: 224 } })],
    [
      'model-unsupported',
      /2 inputs \("a", "b"\)/,
      () =>
        make(
          {},
          { facts: readOnnx(makeOnnx({ ...sampleGraph, input: [valueInfo('a', open), valueInfo('b', open)] })) },
        ),
    ],
    ['model-unsupported', /2 dimensions/, () => make({}, { facts: factsOf(['N', 3]) })],
    ['model-unsupported', /4 channels/, () => make({}, { facts: factsOf(['N', 4, 'h', 'w']) })],
    [
      'model-unsupported',
      /which of its outputs \("a", "b"\)/,
      () =>
        make(
          {},
          {
            facts: readOnnx(
              makeOnnx({
                ...sampleGraph,
                input: [valueInfo('x', open)],
                output: [valueInfo('a', ['N', 2]), valueInfo('b', ['N', 9])],
              }),
            ),
          },
        ),
    ],
    ['model-manifest', /"id2label".* must be an object/, () => make({}, { config: { id2label: undefined } })],
    ['model-manifest', /"id2label".* is empty/, () => make({}, { config: { id2label: {} } })],
    ['model-manifest', /"1" is undefined/, () => make({}, { config: { id2label: { 0: 'a', 2: 'b' } } })],
    ['model-manifest', /config.json must be/, () => manifestFromHuggingFace([], vit, factsOf(), file)],
    [
      'model-manifest',
      /preprocessor_config.json must be/,
      () => manifestFromHuggingFace(config, null, factsOf(), file),
    ],
  ])('%s %s', (code, message, work) => {
    const error = errorOf(work)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })

  it("takes labels that occur twice, as ImageNet's do", () => {
    expect(make({}, { config: { id2label: { 0: 'crane', 1: 'crane' } } }).labels).toEqual(['crane', 'crane'])
  })

  const factsOfType = (type: ElementType) =>
    readOnnx(makeOnnx({ ...sampleGraph, input: [valueInfo('x', open, type)], output: [valueInfo('logits', ['N', 2])] }))

  it('takes floats of 16 bits, and leaves other types to the check against the file', () => {
    expect(make({}, { facts: factsOfType(FLOAT16) }).input.type).toBe('float16')
    expect(make({}, { facts: factsOfType(INT64) }).input.type).toBe('float32')
  })

  it('takes levels where nothing is to be done to them', () => {
    const { input } = make({ do_rescale: false, do_normalize: false }, { facts: factsOfType(UINT8) })
    expect(input).toMatchObject({ type: 'uint8', range: [0, 255], normalization: { applied: 'in-graph' } })
  })

  it.each([{ do_rescale: false }, { do_normalize: false }])('refuses levels that are to be changed: %j', (steps) => {
    const error = errorOf(() => make(steps, { facts: factsOfType(UINT8) }))
    expect(error).toMatchObject({ code: 'model-unsupported', message: expect.stringContaining('takes uint8') })
  })
})
