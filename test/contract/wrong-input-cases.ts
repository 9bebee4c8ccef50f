// A subject in; proof that every wrong picture is refused with its own code out.
import { check, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import type { ContractCase, Subject } from './subject'

type Wrong = readonly [what: string, code: string, make: (subject: Subject) => unknown]

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const shortened = (name: string, share: number) => (subject: Subject) => {
  const bytes = subject.bytes(name)
  return bytes.subarray(0, Math.floor(bytes.length * share))
}

/** 2 x 2 raw pixels with some field changed. */
const pixels = (changes: object) => () =>
  ({ data: new Uint8Array(4), width: 2, height: 2, channels: 1, ...changes })

const view = (changes: object) => () =>
  ({ data: new Uint8Array(4), shape: [2, 2], stride: [2, 1], offset: 0, ...changes })

const wrongBytes: readonly Wrong[] = [
  ['no bytes at all', 'image-empty', () => new Uint8Array(0)],
  ['an empty Blob', 'image-empty', () => new Blob([])],
  ['an HTML page', 'image-unsupported', () => text('<!doctype html><title>Not found</title>')],
  ['plain text', 'image-unsupported', () => text('a picture of a shirt')],
  ['JSON', 'image-unsupported', () => text('{"error":"no such picture"}')],
  ['an SVG drawing', 'image-unsupported', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a BMP file', 'image-unsupported', () => text('BM:\0\0\0\0\0\0\0\x36\0\0\0(\0\0\0')],
  ['bytes of no format', 'image-unsupported', () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
  ['half a PNG', 'image-corrupt', shortened('sample-coat.png', 0.5)],
  ['the first bytes of a PNG', 'image-corrupt', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['the first bytes of a JPEG', 'image-corrupt', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ['the first bytes of a WebP', 'image-corrupt', shortened('lossless.webp', 0.1)],
  ['half an AVIF', 'image-corrupt', shortened('picture.avif', 0.5)],
]

const wrongPixels: readonly Wrong[] = [
  ['too few values', 'pixels-invalid', pixels({ data: new Uint8Array(3) })],
  ['too many values', 'pixels-invalid', pixels({ data: new Uint8Array(5) })],
  ['a length of no number of channels', 'pixels-invalid', pixels({ data: new Uint8Array(5), channels: undefined })],
  ['five channels', 'pixels-invalid', pixels({ data: new Uint8Array(20), channels: 5 })],
  ['a width of 0', 'pixels-invalid', pixels({ width: 0, data: new Uint8Array(0) })],
  ['a broken width', 'pixels-invalid', pixels({ width: 1.5, data: new Uint8Array(3) })],
  ['NaN', 'pixels-invalid', pixels({ data: Float32Array.of(0, 0.5, NaN, 1) })],
  ['infinity', 'pixels-invalid', pixels({ data: Float32Array.of(0, 0.5, Infinity, 1) })],
  ['floats above 1', 'pixels-invalid', pixels({ data: Float32Array.of(0, 128, 200, 255) })],
  ['a negative float', 'pixels-invalid', pixels({ data: Float64Array.of(0, 0.5, -0.1, 1) })],
  ['integers above 255', 'pixels-invalid', pixels({ data: Uint16Array.of(0, 256, 3, 4) })],
  ['a negative integer', 'pixels-invalid', pixels({ data: Int16Array.of(0, -1, 3, 4) })],
  ['a plain array', 'pixels-invalid', pixels({ data: [1, 2, 3, 4] })],
  ['an ndarray that reads beyond its data', 'pixels-invalid', view({ offset: 1 })],
  ['an ndarray that reads before its data', 'pixels-invalid', view({ stride: [-2, 1] })],
  ['an ndarray of five channels', 'pixels-invalid', view({ shape: [2, 2, 5], stride: [0, 0, 0] })],
  ['an ndarray of nothing', 'pixels-invalid', view({ shape: [0, 2] })],
]

const wrongValues: readonly Wrong[] = [
  ['nothing', 'input-type', () => undefined],
  ['null', 'input-type', () => null],
  ['a number', 'input-type', () => 42],
  ['a boolean', 'input-type', () => true],
  ['a function', 'input-type', () => () => undefined],
  ['an empty object', 'input-type', () => ({})],
  ['a list within a list', 'input-type', () => [[drawnPixels(28, 28)]]],
]

const refusals = [...wrongBytes, ...wrongPixels, ...wrongValues].map(([what, code, make]): ContractCase => ({
  name: `wrong picture: ${what} is refused with ${code}`,
  run: async (subject) => {
    const classifier = await subject.classifier()
    const { message } = await rejectsWith(code, () => classifier.classify(make(subject)), what)
    check(/[.?!\n] \[|\n\[/.test(message), `The message must be sentences that end before the code: "${message}"`)
  },
}))

export const wrongInputCases: readonly ContractCase[] = [
  ...refusals,
  {
    name: 'wrong picture: the cause of a decoding that failed is kept',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const call = () => classifier.classify(shortened('sample-coat.png', 0.5)(subject))
      const { cause } = await rejectsWith('image-corrupt', call, 'half a PNG')
      check(cause !== undefined, 'The error of the decoder must be the cause.')
    },
  },
  {
    name: "wrong picture: mode 'raw' takes no other size than that of the input",
    run: (subject) => subject.withClassifier({ preprocess: 'raw' }, async (classifier) => {
      await rejectsWith('pixels-invalid', () => classifier.classify(drawnPixels(27, 28)), '27 x 28 pixels')
    }),
  },
  {
    name: 'wrong picture: more pixels or bytes than allowed are refused',
    run: async (subject) => {
      const bytes = subject.bytes('sample-coat.png')
      for (const limit of [{ maxPixels: 1000 }, { maxBytes: 1000 }]) {
        await subject.withClassifier(limit, async (classifier) => {
          await rejectsWith('image-too-large', () => classifier.classify(bytes), JSON.stringify(limit))
        })
      }
    },
  },
  {
    name: 'wrong picture: an address is not followed where the network is closed',
    run: (subject) => subject.withClassifier({ inputs: { network: false } }, async (classifier) => {
      const call = () => classifier.classify('https://pictures.invalid/shirt.png')
      await rejectsWith('input-closed', call, 'an address')
    }),
  },
]
