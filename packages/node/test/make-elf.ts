// Names of libraries in; the bytes of a shared library of this processor that needs them, and does nothing, out.

export interface ElfParts {
  readonly needed?: readonly string[]
  /** DT_RUNPATH. */
  readonly runpath?: string
  /** EM_*; that of this processor where it is not given. */
  readonly machine?: number
}

const machines: Readonly<Record<string, number>> = { x64: 62, arm64: 183 }
const headerSize = 64
const segmentSize = 56

/** Header, two program headers (the whole file at address 0x1000, the dynamic section), that section, its texts. */
export function makeElf({ needed = [], runpath, machine = machines[process.arch] ?? 0 }: ElfParts = {}): Buffer {
  const texts = ['', ...needed, ...(runpath === undefined ? [] : [runpath])]
  const strings = Buffer.from(`${texts.join('\0')}\0`, 'latin1')
  const placeOf = (text: string) => strings.indexOf(`\0${text}\0`) + 1
  const tags = [...needed.map((name) => [1, placeOf(name)]), ...(runpath === undefined ? [] : [[29, placeOf(runpath)]])]
  const dynamicAt = headerSize + 2 * segmentSize
  const stringsAt = dynamicAt + (tags.length + 3) * 16
  const entries = [...tags, [5, 0x1000 + stringsAt], [10, strings.length], [0, 0]]
  const file = Buffer.alloc(stringsAt + strings.length)
  Buffer.from('7f454c46020101', 'hex').copy(file)
  file.writeUInt16LE(machine, 18)
  file.writeBigUInt64LE(BigInt(headerSize), 32)
  file.writeUInt16LE(segmentSize, 54)
  file.writeUInt16LE(2, 56)
  // no sections, whose table would stand at the end
  file.writeBigUInt64LE(BigInt(file.length), 40)
  writeSegment(file, headerSize, 1, 0, file.length)
  writeSegment(file, headerSize + segmentSize, 2, dynamicAt, entries.length * 16)
  entries.forEach(([tag, value], index) => {
    file.writeBigUInt64LE(BigInt(tag), dynamicAt + index * 16)
    file.writeBigUInt64LE(BigInt(value), dynamicAt + index * 16 + 8)
  })
  strings.copy(file, stringsAt)
  return file
}

function writeSegment(file: Buffer, at: number, type: number, offset: number, size: number): void {
  file.writeUInt32LE(type, at)
  file.writeBigUInt64LE(BigInt(offset), at + 8)
  file.writeBigUInt64LE(BigInt(0x1000 + offset), at + 16)
  file.writeBigUInt64LE(BigInt(size), at + 32)
}
