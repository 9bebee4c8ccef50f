// The path of a shared library of Linux in; the libraries that it needs, and where it has them looked for, out.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SharedLibrary {
  /** File names such as `libcublasLt.so.12` (DT_NEEDED). */
  readonly needed: readonly string[]
  /** Folders of its own to look into (DT_RUNPATH, DT_RPATH), with $ORIGIN written out. */
  readonly folders: readonly string[]
}

type Read = (offset: number, length: number) => DataView

/** Of the program headers and of the dynamic section (System V ABI, chapter 5). */
const programTypes = { load: 1, dynamic: 2 }
const tags = { end: 0, needed: 1, strings: 5, stringsSize: 10, rpath: 15, runpath: 29 }
const machines: Readonly<Record<string, number>> = { x64: 62, arm64: 183 }

interface Segment {
  readonly type: number
  readonly offset: number
  readonly address: number
  readonly size: number
}

const get64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true))

/** Undefined for what is no 64-bit ELF file of this processor, and for one that is cut short. */
export function readElf(path: string): SharedLibrary | undefined {
  let file: number | undefined
  try {
    const handle = openSync(path, 'r')
    file = handle
    const read: Read = (offset, length) => {
      const bytes = new Uint8Array(length)
      return new DataView(bytes.buffer, 0, readSync(handle, bytes, 0, length, offset))
    }
    const header = read(0, 64)
    return isWhole(header, fstatSync(handle).size) ? readDynamic(read, header, dirname(path)) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** The table of sections stands at the end of the file. */
function isWhole(header: DataView, size: number): boolean {
  // 7f 'ELF', 64 bits, little-endian
  if (header.getUint32(0) !== 0x7f454c46 || header.getUint16(4) !== 0x0201) return false
  if (header.getUint16(18, true) !== machines[process.arch]) return false
  return get64(header, 40) + header.getUint16(58, true) * header.getUint16(60, true) <= size
}

function readDynamic(read: Read, header: DataView, origin: string): SharedLibrary {
  const segments = readSegments(read, header)
  const dynamic = segments.find(({ type }) => type === programTypes.dynamic)
  if (dynamic === undefined) return { needed: [], folders: [] }
  const entries = readEntries(read(dynamic.offset, dynamic.size))
  const valueOf = (tag: number) => entries.find((entry) => entry.tag === tag)?.value ?? 0
  const strings = read(fileOffset(segments, valueOf(tags.strings)), valueOf(tags.stringsSize))
  const texts = (tag: number) =>
    entries.filter((entry) => entry.tag === tag).map(({ value }) => readText(strings, value))
  const folders = [...texts(tags.rpath), ...texts(tags.runpath)].flatMap((list) => list.split(':')).filter(Boolean)
  return {
    needed: texts(tags.needed),
    folders: folders.map((folder) => folder.replace(/\$ORIGIN|\$\{ORIGIN\}/g, origin)),
  }
}

function readSegments(read: Read, header: DataView): Segment[] {
  const [size, count] = [header.getUint16(54, true), header.getUint16(56, true)]
  const table = read(get64(header, 32), size * count)
  return Array.from({ length: count }, (_, index) => {
    const at = index * size
    return {
      type: table.getUint32(at, true),
      offset: get64(table, at + 8),
      address: get64(table, at + 16),
      size: get64(table, at + 32),
    }
  })
}

function readEntries(section: DataView): { readonly tag: number; readonly value: number }[] {
  const entries = []
  for (let at = 0; at + 16 <= section.byteLength; at += 16) {
    const tag = get64(section, at)
    if (tag === tags.end) break
    entries.push({ tag, value: get64(section, at + 8) })
  }
  return entries
}

/** Addresses in memory are those of the loaded segments. */
function fileOffset(segments: readonly Segment[], address: number): number {
  const segment = segments.find(
    (one) => one.type === programTypes.load && address >= one.address && address < one.address + one.size,
  )
  return segment === undefined ? address : segment.offset + address - segment.address
}

function readText(strings: DataView, at: number): string {
  let text = ''
  for (let index = at; index < strings.byteLength && strings.getUint8(index) !== 0; index++) {
    text += String.fromCharCode(strings.getUint8(index))
  }
  return text
}
