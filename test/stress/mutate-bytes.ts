// The bytes of a file, others to take pieces from and a source of draws in; a damaged copy out.
import type { Random } from '../../samples/random'

const telling = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff] as const

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const place = (bytes: Uint8Array, random: Random) => Math.floor(random.uniform(0, bytes.length))

/** Half of them where headers and names are: files begin with those. */
function earlyPlace(bytes: Uint8Array, random: Random): number {
  const reach = random.chance(0.5) ? Math.min(bytes.length, random.choose([16, 64, 400])) : bytes.length
  return Math.floor(random.uniform(0, reach))
}

function set(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = bytes.subarray(at + removed)
  const spliced = new Uint8Array(at + added.length + rest.length)
  spliced.set(bytes.subarray(0, at))
  spliced.set(added, at)
  spliced.set(rest, at + added.length)
  return spliced
}

const piece = (bytes: Uint8Array, random: Random): Uint8Array => {
  const start = place(bytes, random)
  return bytes.subarray(start, start + Math.ceil(random.uniform(0, 40)))
}

/** These keep the length, so that more of what follows them is still read. */
const keeping: readonly Mutation[] = [
  (bytes, random) => {
    const at = earlyPlace(bytes, random)
    return set(bytes, at, bytes[at] ^ (1 << Math.floor(random.uniform(0, 8))))
  },
  (bytes, random) => set(bytes, earlyPlace(bytes, random), random.choose(telling)),
  (bytes, random) => set(bytes, earlyPlace(bytes, random), Math.floor(random.uniform(0, 256))),
  (bytes, random, other) => {
    const [taken, at] = [piece(other, random), earlyPlace(bytes, random)]
    return splice(bytes, at, Math.min(taken.length, bytes.length - at), taken.subarray(0, bytes.length - at))
  },
]

const resizing: readonly Mutation[] = [
  (bytes, random) => bytes.slice(0, place(bytes, random)),
  (bytes, random) => splice(bytes, earlyPlace(bytes, random), Math.ceil(random.uniform(0, 30)), new Uint8Array()),
  (bytes, random, other) => splice(bytes, earlyPlace(bytes, random), 0, piece(other, random)),
]

/** One to four mutations, one after the other; `keepLength` is the share of those that keep the length. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random, keepLength: number): Uint8Array {
  let damaged = bytes
  for (let count = random.choose([1, 1, 1, 2, 4]); count > 0 && damaged.length > 0; count--) {
    const mutation = random.choose(random.chance(keepLength) ? keeping : resizing)
    damaged = mutation(damaged, random, other)
  }
  return damaged
}
