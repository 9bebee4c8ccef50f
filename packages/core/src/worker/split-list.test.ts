// Lists of pictures in; the parts for the workers out.
import { expect, it } from 'vitest'
import { splitList } from './split-list'

const paths = (count: number) => Array.from({ length: count }, () => 'a.png')
const moved = new DataView(new ArrayBuffer(1))
structuredClone(moved, { transfer: [moved.buffer] })
const megabytes = (count: number) => ({ data: { byteLength: count * 1024 * 1024 }, width: 1, height: 1 })

it.each([
  ['one worker', paths(130), { workers: 1, most: 128 }, [128, 2]],
  ['two workers', paths(130), { workers: 2, most: 128 }, [65, 65]],
  ['few pictures', paths(10), { workers: 4, most: 128 }, [8, 2]],
  ['runs of few pictures', paths(10), { workers: 1, most: 4 }, [4, 4, 2]],
  ['one picture', paths(1), { workers: 4, most: 128 }, [1]],
  ['large pixels', [megabytes(20), megabytes(20), megabytes(12), megabytes(1)], { workers: 1, most: 128 }, [1, 2, 1]],
  ['one that is too large for any part', [megabytes(50), megabytes(50)], { workers: 1, most: 128 }, [1, 1]],
  ['bytes', [new Uint8Array(33 * 1024 * 1024), new Uint8Array(1)], { workers: 1, most: 128 }, [1, 1]],
  ['a Blob, whose size is known', Array.from({ length: 40 }, () => ({ size: 10 })), { workers: 1, most: 128 }, [40]],
  ['streams, whose size is not', Array.from({ length: 40 }, () => ({})), { workers: 1, most: 128 }, [32, 8]],
  ['nothing that is a picture', [null, 5, undefined, moved], { workers: 1, most: 128 }, [4]],
])('%s', (_, pictures, wishes, lengths) => {
  const parts = splitList(pictures, wishes)
  expect(parts.map(({ start, end }) => end - start)).toEqual(lengths)
  expect(parts[0].start).toBe(0)
  expect(parts.slice(1).map(({ start }) => start)).toEqual(parts.slice(0, -1).map(({ end }) => end))
})
