// A path and bytes in; the file written whole or not at all.
import { rename, rm, writeFile } from 'node:fs/promises'
import { ConversionError } from '../conversion-error'

/** Beside the file first: a full disk or a kill leaves what was there before. @throws ConversionError 'file-unwritable'. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    const message = `Cannot write "${path}": ${(cause as Error).message}. Choose a folder that can be written.`
    throw new ConversionError('file-unwritable', message, { key: path, cause })
  }
}
