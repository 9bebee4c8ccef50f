// Numbers of a PNG header and its compressed rows in, the bytes of a PNG file out, however wrong they may be.
import { crc32, deflateSync } from 'node:zlib'
import { Buffer } from 'node:buffer'

export interface PngParts {
  readonly width: number
  readonly height: number
  readonly bitDepth?: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA. */
  readonly colourType?: number
  /** Every row with its filter byte. */
  readonly rows: Uint8Array
  /** 1: the rows are those of Adam7's seven passes. */
  readonly interlace?: 0 | 1
  /** Chunks between the header and the rows. */
  readonly chunks?: readonly Uint8Array[]
}

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const checksum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

export function makePng(parts: PngParts): Buffer {
  const { width, height, bitDepth = 8, colourType = 2, rows, interlace = 0, chunks = [] } = parts
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bitDepth
  header[9] = colourType
  header[12] = interlace
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const whole = [chunk('IHDR', header), ...chunks, chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]
  return Buffer.concat([signature, ...whole])
}
