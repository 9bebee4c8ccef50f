// Bytes in, their SHA-256 as 64 hexadecimal digits out (FIPS 180-4): for places that have no crypto of their own.

/** The first 32 bits of the fractional part of a root of each of the first primes. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Uint32Array {
  const words = new Uint32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    if (!isPrime(candidate)) continue
    const value = root(candidate)
    words[found++] = (value - Math.floor(value)) * 2 ** 32
  }
  return words
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false
  return true
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** Adds one block of 64 bytes to the state, [8]. */
function addBlock(state: Uint32Array, block: DataView, offset: number, constants: Uint32Array, words: Uint32Array): void {
  for (let index = 0; index < 64; index++) words[index] = index < 16 ? block.getUint32(offset + index * 4) : expand(words, index)
  let [a, b, c, d, e, f, g, h] = state
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g)
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[index] + words[index]) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index++) state[index] += added[index]
}

function expand(words: Uint32Array, index: number): number {
  const [far, near] = [words[index - 15], words[index - 2]]
  const first = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
  const second = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
  return words[index - 16] + first + words[index - 7] + second
}

/** The last bytes, a one bit, zeros, and the length in bits: one block or two. */
function closing(bytes: Uint8Array, whole: number): DataView {
  const rest = bytes.subarray(whole)
  const padded = new Uint8Array(rest.length < 56 ? 64 : 128)
  padded.set(rest)
  padded[rest.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  return view
}

export function sha256(bytes: Uint8Array): string {
  const constants = rootsOfPrimes(64, Math.cbrt)
  const state = rootsOfPrimes(8, Math.sqrt)
  const words = new Uint32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  const start = new DataView(bytes.buffer, bytes.byteOffset, whole)
  for (let offset = 0; offset < whole; offset += 64) addBlock(state, start, offset, constants, words)
  const end = closing(bytes, whole)
  for (let offset = 0; offset < end.byteLength; offset += 64) addBlock(state, end, offset, constants, words)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}
