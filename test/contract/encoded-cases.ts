// A subject in; proof that encoded pictures are read the same from every kind of container out.
import { check, equal, near } from './expectations'
import { inputOf } from './scores'
import type { ContractCase, Subject } from './subject'

const name = 'sample-ankle-boot.png'

function within(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length + 30)
  larger.set(bytes, 17)
  return larger.subarray(17, 17 + bytes.length)
}

/** A copy whose buffer holds nothing else. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

function dataAddress(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `data:image/png;base64,${btoa(text)}`
}

const containers: readonly (readonly [kind: string, wrap: (bytes: Uint8Array) => unknown])[] = [
  ['a view into a larger buffer', within],
  ['an ArrayBuffer', bufferOf],
  ['a DataView', (bytes) => new DataView(bufferOf(bytes))],
  ['a Blob', (bytes) => new Blob([bufferOf(bytes)])],
  ['a Blob with the wrong type', (bytes) => new Blob([bufferOf(bytes)], { type: 'image/jpeg' })],
  ['a Response', (bytes) => new Response(bufferOf(bytes))],
  ['a stream', (bytes) => new Blob([bufferOf(bytes)]).stream()],
  ['a data: address', dataAddress],
]

const containerCases = containers.map(([kind, wrap]): ContractCase => ({
  name: `encoded: ${kind} is the same picture as its bytes`,
  run: async (subject) => {
    const classifier = await subject.classifier()
    const bytes = subject.bytes(name)
    equal([...await inputOf(classifier, wrap(bytes))], [...await inputOf(classifier, bytes)], 'The input of the model')
  },
}))

export const encodedCases: readonly ContractCase[] = [
  ...containerCases,
  { name: 'encoded: the fixtures carry every format, and all eight orientations', run: allFormats },
  { name: 'orientation: a picture stored in any of the eight ways is seen the same', run: sameOrientations },
  { name: 'buffers: neither bytes nor pixels given in are changed, nor shared with the answer', run: leavesBuffers },
]

async function allFormats({ fixtures: { pictures } }: Subject): Promise<void> {
  const formats = new Set(pictures.map(({ format }) => format))
  equal([...formats].sort(), ['avif', 'gif', 'jpeg', 'pixels', 'png', 'webp'], 'The formats')
  const orientations = new Set(pictures.map(({ orientation }) => orientation))
  equal([...orientations].sort(), [1, 2, 3, 4, 5, 6, 7, 8], 'The orientations')
}

async function sameOrientations(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const upright = await inputOf(classifier, subject.bytes('orientation-1.jpg'))
  for (let orientation = 2; orientation <= 8; orientation++) {
    const seen = await inputOf(classifier, subject.bytes(`orientation-${orientation}.jpg`))
    // Each was compressed in its own direction, which costs a level or two.
    near(seen, upright, 3, `the input of orientation ${orientation}`)
  }
}

async function leavesBuffers(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const bytes = subject.bytes(name)
  // Bright on black and of the input's size: the one picture that needs no step which copies.
  const pixels = Uint8Array.from(subject.picture('sample-bag.png').input)
  const copies = [bytes.slice(), pixels.slice()]
  const raw = { data: pixels, width: 28, height: 28 }
  await classifier.classify([bytes, raw])
  await classifier.classify(bytes)
  const { input } = await classifier.classifyDetailed(raw)
  check(input.data.buffer !== pixels.buffer, 'The input in the answer must have memory of its own.')
  check(bytes.every((byte, index) => byte === copies[0][index]), 'The encoded bytes were changed.')
  check(pixels.every((value, index) => value === copies[1][index]), 'The pixels were changed.')
}
