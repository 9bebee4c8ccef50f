// Bytes in, their SHA-256 as 64 hexadecimal digits out.
import { createHash } from 'node:crypto'

export async function sha256(bytes: Uint8Array): Promise<string> {
  return createHash('sha256').update(bytes).digest('hex')
}
