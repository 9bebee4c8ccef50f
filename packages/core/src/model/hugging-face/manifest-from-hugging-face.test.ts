// Files of Hugging Face style folders in; the manifests that say the same out.
import { describe, expect, it } from 'vitest'
import { errorOf, factsOf, make, open } from '../../../test/hugging-face-files'

it("says what ViT's folder says", () => {
  expect(make({})).toMatchObject({
    name: 'folder',
    labels: ['cat', 'dog'],
    file: 'onnx/model.onnx',
    dtype: 'fp32',
    preprocess: 'auto',
    opset: 17,
    outputs: { logits: 'logits', probabilities: 'softmax(logits)', derived: 'softmax' },
    input: {
      name: 'pixel_values',
      type: 'float32',
      layout: 'NCHW',
      width: 224,
      height: 224,
      channels: 3,
      range: [0, 1],
      resize: { method: 'bilinear', fit: 'exact', width: 224, height: 224 },
      normalization: { value: { mean: [0.5, 0.5, 0.5], std: [0.4, 0.5, 0.6] }, applied: 'in-pipeline' },
    },
  })
})

describe('sizes', () => {
  const exact = (width: number, height: number, method = 'bilinear') => ({ method, fit: 'exact', width, height })
  const shortest = (length: number, method = 'bilinear') => ({ method, fit: 'shortest-side', length })
  const crop = { do_center_crop: true, crop_size: { height: 200, width: 180 } }
  const type = (name: string, others = {}) => ({ image_processor_type: `${name}ImageProcessor`, ...others })

  it.each<[string, object, object, readonly [number, number]]>([
    ['height and width', { size: { height: 96, width: 64 } }, exact(64, 96), [64, 96]],
    ['a number for ViT', { size: 96 }, exact(96, 96), [96, 96]],
    ['a number for CLIP', type('CLIP', { size: 96, ...crop }), shortest(96), [180, 200]],
    ['a number for an unknown class', type('Unknown', { size: 96 }), exact(96, 96), [96, 96]],
    [
      'the fast class',
      type('CLIP', { image_processor_type: 'CLIPImageProcessorFast', size: 96, ...crop }),
      shortest(96),
      [180, 200],
    ],
    [
      'an old file',
      { image_processor_type: undefined, feature_extractor_type: 'CLIPFeatureExtractor', size: 96, ...crop },
      shortest(96),
      [180, 200],
    ],
    ['shortest edge and crop', { size: { shortest_edge: 256 }, ...crop }, shortest(256), [180, 200]],
    ['exact and crop', { size: 256, do_center_crop: true, crop_size: 224 }, exact(256, 256), [224, 224]],
    [
      'DeiT crops without saying so',
      type('DeiT', { size: 256, crop_size: 224, resample: undefined }),
      exact(256, 256, 'bicubic'),
      [224, 224],
    ],
    ['a crop that is not asked for', { size: 256, crop_size: 224 }, exact(256, 256), [256, 256]],
    [
      'a crop that is switched off',
      type('DeiT', { size: 256, crop_size: 224, do_center_crop: false }),
      exact(256, 256),
      [256, 256],
    ],
    [
      'ConvNext below 384',
      type('ConvNext', { size: { shortest_edge: 224 }, crop_pct: 0.875 }),
      shortest(256),
      [224, 224],
    ],
    ['ConvNext without a share', type('ConvNext', { size: 224 }), shortest(256), [224, 224]],
    [
      'ConvNext from 384 on',
      type('ConvNext', { size: { shortest_edge: 384 }, crop_pct: 0.95 }),
      exact(384, 384),
      [384, 384],
    ],
    [
      'PoolFormer',
      type('PoolFormer', { size: { shortest_edge: 224 }, crop_pct: 0.9, crop_size: 224 }),
      shortest(248),
      [224, 224],
    ],
    [
      'PoolFormer, square',
      type('PoolFormer', { size: { height: 224, width: 224 }, crop_pct: 0.95, crop_size: 224 }),
      shortest(235),
      [224, 224],
    ],
    ['cropped only', { do_resize: false, ...crop }, { method: 'none' }, [180, 200]],
    [
      'EfficientNet with one normalisation',
      type('EfficientNet', { include_top: false, resample: undefined }),
      exact(224, 224, 'nearest'),
      [224, 224],
    ],
  ])('%s', (_, preprocessor, resize, [width, height]) => {
    expect(make(preprocessor).input).toMatchObject({ resize, width, height })
  })

  it.each([
    [0, 'nearest'],
    [1, 'lanczos'],
    [2, 'bilinear'],
    [3, 'bicubic'],
    [4, 'box'],
    [5, 'hamming'],
  ])('resample %s is %s', (resample, method) => {
    expect(make({ resample }).input.resize).toMatchObject({ method })
  })

  it('without resizing or cropping pictures must have the size of the graph', () => {
    const facts = factsOf(['N', 3, 32, 48])
    expect(make({ do_resize: false }, { facts })).toMatchObject({ preprocess: 'raw', input: { width: 48, height: 32 } })
    expect(errorOf(() => make({ do_resize: false })).message).toContain('says the size of its input')
  })
})

describe('values', () => {
  it.each<[object, readonly number[], object]>([
    [{}, [0, 1], { mean: [0.5, 0.5, 0.5], std: [0.4, 0.5, 0.6] }],
    [{ rescale_factor: 0.00392156862745098 }, [0, 1], {}],
    [{ rescale_factor: undefined, do_rescale: undefined }, [0, 1], {}],
    [{ rescale_factor: 1 / 127.5 }, [0, 2], {}],
    [{ do_rescale: false }, [0, 255], {}],
    [{ do_normalize: false, image_mean: null }, [0, 1], { mean: 0, std: 1 }],
    [{ image_mean: 0.5, image_std: 0.25 }, [0, 1], { mean: 0.5, std: 0.25 }],
  ])('%j', (preprocessor, range, value) => {
    expect(make(preprocessor).input).toMatchObject({ range, normalization: { value, applied: 'in-pipeline' } })
  })
})

describe('graphs', () => {
  it.each<[(number | string)[] | null, object]>([
    [null, { layout: 'NCHW', channels: 3 }],
    [open, { layout: 'NCHW', channels: 3 }],
    [[1, 3, 'h', 'w'], { layout: 'NCHW', channels: 3 }],
    [['N', 'h', 'w', 3], { layout: 'NHWC', channels: 3 }],
    [['N', 224, 224, 3], { layout: 'NHWC', channels: 3 }],
  ])('an input of shape %j', (shape, input) => {
    expect(make({}, { facts: factsOf(shape) }).input).toMatchObject(input)
  })

  it('one channel is grey', () => {
    const grey = { image_mean: [0.5], image_std: [0.5] }
    expect(make(grey, { facts: factsOf([1, 1, 28, 28]) }).input.channels).toBe(1)
    expect(make(grey, { config: { num_channels: 1 } }).input.channels).toBe(1)
  })

  it('probabilities are known by the operator, sigmoid by the kind of problem', () => {
    expect(make({}, { facts: factsOf(open, 'scores', 'Softmax') }).outputs).toEqual({
      logits: 'log(scores)',
      probabilities: 'scores',
      derived: 'log',
    })
    expect(make({}, { config: { problem_type: 'multi_label_classification' } }).outputs.derived).toBe('sigmoid')
    expect(make({}, { facts: factsOf(open, 'output') }).outputs.logits).toBe('output')
  })

  it('takes the name of the model from config.json, and no path of a machine', () => {
    expect(make({}, { config: { _name_or_path: 'google/vit-base' } }).name).toBe('google/vit-base')
    expect(make({}, { config: { _name_or_path: '/home/me/vit' } }).name).toBe('folder')
    expect(make({}, { config: { _name_or_path: '../vit' } }).name).toBe('folder')
  })
})
