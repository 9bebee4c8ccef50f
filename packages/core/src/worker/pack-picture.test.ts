// Pictures in the caller's memory and in the SDK's own in; what is sent, and what of it moves or is copied, out.
import { describe, expect, it } from 'vitest'
import { CopyPace } from './copy-pace'
import { isBorrowed, packBorrowed, packOwn, unpackPicture } from './pack-picture'
import type { PackedForSending } from './pack-picture'

let pauses = 0
const pace = () => new CopyPace(async () => void pauses++)
const travel = ({ packed, transfer }: PackedForSending): unknown =>
  unpackPicture(structuredClone(packed, { transfer: [...transfer] as ArrayBuffer[] }))

describe('bytes of the caller', () => {
  const whole = Uint8Array.from({ length: 40 }, (_, index) => index)
  const part = whole.subarray(5, 9)

  it.each([
    ['a view', part, [5, 6, 7, 8]],
    ['a Buffer', Buffer.from([1, 2, 3]), [1, 2, 3]],
    ['a DataView', new DataView(whole.buffer, 5, 2), [5, 6]],
    ['a buffer', Uint8Array.of(7, 8).buffer, [7, 8]],
    ['nothing', new Uint8Array(), []],
  ])('as %s are copied without what lies around them', async (_, bytes, expected) => {
    const sent = await packBorrowed(bytes, pace())
    const view = (sent.packed as { value: ArrayBufferView }).value
    expect(view.buffer.byteLength).toBe(expected.length)
    const arrived = travel(sent) as ArrayBufferView
    expect([...new Uint8Array(arrived.buffer, arrived.byteOffset, arrived.byteLength)]).toEqual(expected)
    expect(view.buffer.byteLength).toBe(0)
    expect(bytes.byteLength).toBe(expected.length)
  })

  it('that were moved elsewhere before are empty', async () => {
    const gone = Uint8Array.of(1, 2)
    structuredClone(gone, { transfer: [gone.buffer] })
    expect((travel(await packBorrowed(gone, pace())) as Uint8Array).byteLength).toBe(0)
    expect((travel(await packBorrowed(gone.buffer, pace())) as Uint8Array).byteLength).toBe(0)
    const view = new DataView(new ArrayBuffer(2))
    structuredClone(view, { transfer: [view.buffer] })
    expect((travel(await packBorrowed(view, pace())) as Uint8Array).byteLength).toBe(0)
  })

  it('in shared memory are neither copied nor moved', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(8))
    for (const bytes of [shared, shared.buffer as unknown as ArrayBuffer]) {
      const { transfer, packed } = await packBorrowed(bytes, pace())
      expect(transfer).toEqual([])
      expect((packed as { value: Uint8Array }).value.buffer).toBe(shared.buffer)
    }
  })
})

it('much memory is copied in steps, with a pause between any two', async () => {
  const data = new Uint8Array(2 * CopyPace.step + 5)
  data[CopyPace.step] = 1
  data[2 * CopyPace.step + 4] = 2
  pauses = 0
  const one = pace()
  const { packed } = await packBorrowed(data, one)
  expect(pauses).toBe(2)
  expect(Buffer.compare((packed as { value: Uint8Array }).value, data)).toBe(0)
  await packBorrowed(new Uint8Array(CopyPace.step - 5), one)
  expect(pauses).toBe(2)
  await packBorrowed(new Uint8Array(1), one)
  expect(pauses).toBe(3)
})

describe('pixels of the caller', () => {
  it.each([Uint8Array, Uint8ClampedArray, Uint16Array, Int16Array, Float32Array, Float64Array])(
    'keep their kind of numbers: %s',
    async (Numbers) => {
      const arrived = travel(await packBorrowed({ data: Numbers.of(0, 1, 1, 0), width: 2, height: 2 }, pace()))
      expect(arrived).toEqual({ data: Numbers.of(0, 1, 1, 0), width: 2, height: 2 })
    },
  )

  it('of an object with a class are sent with the fields that count', async () => {
    class ImageData {
      readonly colorSpace = 'srgb'
      get data() {
        return Uint8ClampedArray.of(1, 2, 3, 255)
      }

      get width() {
        return 1
      }

      get height() {
        return 1
      }
    }
    const arrived = travel(await packBorrowed(new ImageData(), pace()))
    expect(arrived).toEqual({ data: Uint8ClampedArray.of(1, 2, 3, 255), width: 1, height: 1 })
  })

  it('as an ndarray keep shape, stride, offset and type', async () => {
    const fields = { data: Uint8Array.of(1, 2, 3, 4), shape: [1, 2], stride: [2, 1], offset: 2, dtype: 'uint8' }
    const view = { ...fields, pick: () => 1 }
    expect(travel(await packBorrowed(view, pace()))).toEqual(fields)
    const listed = { ...fields, data: [1, 2, 3, 4] }
    expect(travel(await packBorrowed(listed, pace()))).toEqual(listed)
  })
})

describe('bytes that the SDK read', () => {
  it('move as a whole, and arrive as a file with its name', async () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const sent = await packOwn({ bytes, name: 'shirt.png' }, pace())
    expect(sent.transfer).toEqual([bytes.buffer])
    const file = travel(sent) as { size: number; name: string; arrayBuffer(): Promise<ArrayBuffer> }
    expect([file.size, file.name]).toEqual([3, 'shirt.png'])
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3])
    expect('name' in (travel(await packOwn({ bytes: Uint8Array.of(1) }, pace())) as object)).toBe(false)
  })

  it.each([
    ['part of a larger buffer', new Uint8Array(100).subarray(3, 5)],
    ['memory of Node', Buffer.from('ab')],
    ['shared', new Uint8Array(new SharedArrayBuffer(2))],
  ])('are copied where they are %s', async (_, bytes) => {
    const { transfer, packed } = await packOwn({ bytes }, pace())
    expect((transfer[0] as ArrayBuffer).byteLength).toBe(2)
    expect((packed as { bytes: Uint8Array }).bytes.buffer).not.toBe(bytes.buffer)
  })

  it('of another kind are sent as the platform says', async () => {
    const { port1 } = new MessageChannel()
    const value = { frame: port1 }
    const sent = await packOwn({ value, transfer: [port1] }, pace())
    expect(sent).toEqual({ packed: { value }, transfer: [port1] })
    port1.close()
  })
})

it.each([
  ['path.png', true], [new Uint8Array(), true], [new ArrayBuffer(1), true], [{ data: [], width: 1, height: 1 }, true],
  [new Blob([]), false], [{}, false], [null, false], [5, false], [new URL('file:///a'), false],
])('%j needs no platform: %s', (picture, expected) => {
  expect(isBorrowed(picture)).toBe(expected)
})
