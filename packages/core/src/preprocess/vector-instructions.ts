// Nothing in; the few WebAssembly instructions out that weighing pixels takes, as bytes.

export type Code = readonly number[]

/** Signed LEB128, as WebAssembly writes the constants. */
function signed(value: number): number[] {
  const isLast = value >= -64 && value < 64
  return isLast ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]
}

/** Unsigned LEB128, as it writes lengths and offsets. */
export function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >> 7)]
}

const plain = {
  add: [0x6a],
  subtract: [0x6b],
  shiftLeft: [0x74],
  shiftRight: [0x75],
  isLess: [0x48],
  select: [0x1b],
  end: [0x0b],
} as const

// On four integers of 32 bits; where they are bytes or shorts, on the lower or upper ones of them.
const onVectors = {
  spread: [0xfd, 0x11],
  addAll: [0xfd, 0xae, 0x01],
  multiplyAll: [0xfd, 0xb5, 0x01],
  shiftAllRight: [0xfd, 0xac, 0x01],
  lowerShorts: [0xfd, 0xa9, 0x01],
  upperShorts: [0xfd, 0xaa, 0x01],
  /** Two vectors of integers to one of shorts, then to bytes: what is out of range becomes the nearest that is in. */
  narrowToShorts: [0xfd, 0x86, 0x01],
  narrowToBytes: [0xfd, 0x66],
} as const

export const instructions = {
  ...plain,
  ...onVectors,
  get: (local: number) => [0x20, local],
  set: (local: number) => [0x21, local],
  tee: (local: number) => [0x22, local],
  constant: (value: number) => [0x41, ...signed(value)],
  load: (offset: number) => [0x28, 2, offset],
  store: (offset: number) => [0x36, 2, offset],
  storeByte: (offset: number) => [0x3a, 0, offset],
  loadVector: (offset: number) => [0xfd, 0x00, 0, offset],
  /** Eight bytes, each as a short. */
  loadShorts: (offset: number) => [0xfd, 0x02, 0, offset],
  /** The lower eight of its bytes. */
  storeHalfVector: [0xfd, 0x5b, 0, 0, 0],
  lane: (index: number) => [0xfd, 0x1b, index],
} as const

const { add, subtract, get, set, tee, constant, end } = instructions

export const advance = (local: number, by: Code) => [...get(local), ...by, ...add, ...set(local)]

/** Runs the body as often as the local counts, which must be above 0, and leaves 0 in it. */
export const repeat = (counter: number, ...body: readonly Code[]) =>
  [0x03, 0x40, ...body.flat(), ...get(counter), ...constant(1), ...subtract, ...tee(counter), 0x0d, 0, ...end]
