// Every option of a single call with its type, default and meaning: of classify, embed and classifyStream.
import { boolean, integer, oneOf } from '../expectation'
import { isFiniteNumber, isRecord } from '../is-record'
import type { Expectation } from '../expectation'
import { classifyDefaults } from './option-defaults'
import { abortSignal } from './option-table'
import type { OptionTable } from './option-table'

const scoreFunctions = ['softmax', 'sigmoid', 'none'] as const

const testTimeAugmentations = ['none', 'flip'] as const

// 0.7 + 0.3 may come out a little above 1.
const roundingError = 1e-9

const countOrAll: Expectation = {
  words: 'a whole number of at least 1, or null for all labels',
  accepts: (value) => value === null || integer(1).accepts(value),
}

const probability: Expectation = {
  words: 'a number from 0 to 1',
  accepts: (value) => isFiniteNumber(value) && value >= 0 && value <= 1,
}

const labelList: Expectation = {
  words: 'a list of labels',
  accepts: (value) => Array.isArray(value) && value.every((label) => typeof label === 'string'),
}

const filledLabelList: Expectation = {
  words: 'a list of labels that is not empty',
  accepts: (value) => labelList.accepts(value) && (value as readonly string[]).length > 0,
}

const regionKeys = ['left', 'top', 'width', 'height']

const region: Expectation = {
  words: '{ left, top, width, height } within the picture: numbers from 0 to 1, width and height above 0, '
    + 'left + width and top + height at most 1',
  accepts: (value) => {
    if (!isRecord(value) || Object.keys(value).some((key) => !regionKeys.includes(key))) return false
    return liesWithin(value.left, value.width) && liesWithin(value.top, value.height)
  },
}

function liesWithin(start: unknown, size: unknown): boolean {
  return isFiniteNumber(start) && isFiniteNumber(size) && start >= 0 && size > 0 && start + size <= 1 + roundingError
}

export const embedOptionTable = {
  region: {
    type: '{ left: number, top: number, width: number, height: number }',
    default: undefined,
    defaultText: 'the whole picture',
    description: 'The part of the picture to look at, as fractions (0 to 1) of the picture as it is seen, after its '
      + 'EXIF orientation. Each edge moves to the nearest edge of a pixel; at least one pixel stays.',
    expectation: region,
  },
  signal: {
    type: 'AbortSignal',
    default: undefined,
    defaultText: 'none',
    description: 'Stops the call when aborted; other calls go on.',
    expectation: abortSignal,
  },
} as const satisfies OptionTable

export const classifyOptionTable = {
  topK: {
    type: 'number | null',
    default: classifyDefaults.topK,
    description: 'How many predictions to return at most, best first; null returns all labels.',
    expectation: countOrAll,
  },
  scoreThreshold: {
    type: 'number',
    default: classifyDefaults.scoreThreshold,
    description: 'Predictions with a lower score are left out. '
      + 'With `functionToApply: \'none\'` any finite number, and by default nothing is left out.',
    expectation: probability,
  },
  labelAllowlist: {
    type: 'readonly string[]',
    default: undefined,
    defaultText: 'all labels',
    description: 'Only these labels are returned. Scores stay as they are: they are not made to sum to 1 again. '
      + 'Excludes `labelDenylist`.',
    expectation: filledLabelList,
  },
  labelDenylist: {
    type: 'readonly string[]',
    default: undefined,
    defaultText: 'no label',
    description: 'These labels are not returned. Scores stay as they are. Excludes `labelAllowlist`.',
    expectation: labelList,
  },
  functionToApply: {
    type: scoreFunctions.map((name) => `'${name}'`).join(' | '),
    default: classifyDefaults.functionToApply,
    description: '\'softmax\': the calibrated probabilities of the model. \'sigmoid\': each label by itself, 0 to 1, '
      + 'from its logit. \'none\': the logits.',
    expectation: oneOf(...scoreFunctions),
  },
  tta: {
    type: testTimeAugmentations.map((name) => `'${name}'`).join(' | '),
    default: classifyDefaults.tta,
    description: 'Test-time augmentation. \'flip\': the model sees each picture and its mirror image, in twice the time, '
      + 'and answers by the mean of both logits, divided by the `flipTemperature` of its manifest (1 where it has none).',
    expectation: oneOf(...testTimeAugmentations),
  },
  ...embedOptionTable,
} as const satisfies OptionTable

export const streamOptionTable = {
  ...classifyOptionTable,
  dropFrames: {
    type: 'boolean',
    default: undefined,
    defaultText: 'true for a video, else false',
    description: 'Leave out pictures that come while the classifier is busy, all but the newest. '
      + 'A list waits for its reader and loses nothing either way.',
    expectation: boolean,
  },
  concurrency: {
    type: 'number',
    default: undefined,
    defaultText: '1 where frames are dropped, else 4',
    description: 'Pictures that are decoded or wait for the model at a time; '
      + 'as many answers may wait to be taken.',
    expectation: integer(1, 1024),
  },
} as const satisfies OptionTable
