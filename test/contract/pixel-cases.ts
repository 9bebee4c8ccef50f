// A subject in; proof that decoded pixels of every form are seen as the same picture out.
import { equal } from './expectations'
import { colouredPixels, drawnPixels, negated, withChannels } from './drawn-pixels'
import type { ContractPixels } from './fixtures'
import { inputOf } from './scores'
import type { ContractCase, Subject } from './subject'

const grey = drawnPixels(37, 52)
const colour = colouredPixels(37, 52)

/** Column after column: what `transpose` of an ndarray has to undo. */
function columnMajor({ data, width, height }: ContractPixels): Uint8Array {
  return Uint8Array.from(data, (_, index) => data[(index % height) * width + Math.floor(index / height)])
}

/** Every value followed by one that must never be read. */
function spacedOut(data: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: data.length * 2 }, (_, index) => (index % 2 === 0 ? data[index / 2] : 7))
}

function within(data: Uint8Array): Uint8Array {
  const larger = new Uint8Array(data.length + 20).fill(99)
  larger.set(data, 13)
  return larger.subarray(13, 13 + data.length)
}

const { data, width, height } = grey
const last = data.length - 1
const shape = [height, width]

/** All of them are `grey`. */
const forms: readonly (readonly [name: string, picture: unknown])[] = [
  ['raw pixels without channels', { data, width, height }],
  ['an ImageData', { data: Uint8ClampedArray.from(withChannels(grey, 4).data), width, height, colorSpace: 'srgb' }],
  ['grey with alpha', withChannels(grey, 2)],
  ['RGB', withChannels(grey, 3)],
  ['RGBA', withChannels(grey, 4)],
  ['floats', { ...grey, data: Float32Array.from(data, (value) => value / 255) }],
  ['doubles', { ...grey, data: Float64Array.from(data, (value) => value / 255) }],
  ['16-bit integers of 0 to 255', { ...grey, data: Uint16Array.from(data) }],
  ['32-bit integers of 0 to 255', { ...grey, data: Int32Array.from(data) }],
  ['a view into a larger buffer', { ...grey, data: within(data) }],
  ['an ndarray', { data, shape, stride: [width, 1], offset: 0 }],
  ['an ndarray with one channel', { data, shape: [height, width, 1], stride: [width, 1, 1], offset: 0 }],
  ['an ndarray of a plain array', { data: [...data], shape, stride: [width, 1], offset: 0, dtype: 'array' }],
  ['a transposed ndarray', { data: columnMajor(grey), shape, stride: [1, height], offset: 0 }],
  ['a strided ndarray', { data: spacedOut(data), shape, stride: [2 * width, 2], offset: 0 }],
  ['a reversed ndarray', { data: data.slice().reverse(), shape, stride: [-width, -1], offset: last }],
  ['an ndarray with an offset', { data: Uint8Array.of(1, 2, 3, ...data), shape, stride: [width, 1], offset: 3 }],
]

const formCases = forms.map(([name, picture]): ContractCase => ({
  name: `pixels: ${name} is the same picture as grey bytes`,
  run: async (subject) => {
    const classifier = await subject.classifier()
    equal([...await inputOf(classifier, picture)], [...await inputOf(classifier, grey)], 'The input of the model')
  },
}))

export const pixelCases: readonly ContractCase[] = [
  ...formCases,
  { name: 'pixels: channels of an ndarray may lie in planes', run: planes },
  { name: 'alpha: transparent pixels are seen on white', run: onWhite },
  { name: 'polarity: dark on white and its negative are the same picture with the same answer', run: bothPolarities },
  { name: "preprocess: 'fashion-mnist' inverts nothing, 'raw' also resizes nothing", run: modes },
]

async function planes(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const size = width * height
  const planar = Uint8Array.from(colour.data, (_, index) => colour.data[(index % size) * 3 + Math.floor(index / size)])
  const view = { data: planar, shape: [height, width, 3], stride: [width, 1, size], offset: 0 }
  equal([...await inputOf(classifier, view)], [...await inputOf(classifier, colour)], 'The input of the model')
}

async function onWhite(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const alphas = Uint8Array.from({ length: width * height }, (_, index) => (index * 11) % 256)
  const sheer = { ...withChannels(colour, 4), data: new Uint8Array(width * height * 4) }
  const flat = { ...colour, data: new Uint8Array(colour.data.length) }
  for (let index = 0; index < colour.data.length; index++) {
    const pixel = Math.floor(index / 3)
    const share = alphas[pixel] / 255
    sheer.data[pixel * 4 + (index % 3)] = colour.data[index]
    sheer.data[pixel * 4 + 3] = alphas[pixel]
    flat.data[index] = Math.round(colour.data[index] * share + 255 * (1 - share))
  }
  equal([...await inputOf(classifier, sheer)], [...await inputOf(classifier, flat)], 'The input of the model')
}

async function bothPolarities(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const [dark, bright] = [grey, negated(grey)]
  equal([...await inputOf(classifier, bright)], [...await inputOf(classifier, dark)], 'The input of the model')
  equal(await classifier.classify(bright), await classifier.classify(dark), 'The answer')
}

async function modes(subject: Subject): Promise<void> {
  const small = drawnPixels(28, 28)
  const inverted = negated(small)
  const shared = await subject.classifier()
  equal([...await inputOf(shared, small)], [...inverted.data], "The input in mode 'auto'")
  for (const preprocess of ['fashion-mnist', 'raw']) {
    await subject.withClassifier({ preprocess }, async (classifier) => {
      equal([...await inputOf(classifier, small)], [...small.data], `The input in mode '${preprocess}'`)
    })
  }
}
