// A path in, the bytes of that file out, within a size.
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ClassifierError, isClassifierError, readStream, tooManyBytes } from '@stylelens/core'
import type { ReadLimits } from '@stylelens/core'

/** What the operating system and Node say where there is nothing of that name. */
const missingCodes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']

const notFound = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError(
    'image-not-found',
    `Cannot find ${name}: ${reason}. Check the path.`,
    cause === undefined ? {} : { cause },
  )

async function readHandle(handle: FileHandle, name: string, limits: ReadLimits): Promise<Uint8Array> {
  const stats = await handle.stat()
  if (stats.isDirectory()) throw notFound(name, 'it is a directory')
  if (stats.size > limits.maxBytes) throw tooManyBytes(name, stats.size, limits.maxBytes)
  if (stats.isFile()) return handle.readFile()
  // a pipe or a device says nothing about its size, so it is read with the limit at hand
  return readStream(handle.createReadStream({ autoClose: false }), name, limits)
}

/** The bytes of a file. Throws 'image-not-found', 'image-too-large', 'aborted' or 'image-unreadable' with its cause. */
export async function readImageFile(path: string, name: string, limits: ReadLimits): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path)
    return await readHandle(handle, name, limits)
  } catch (error) {
    if (isClassifierError(error)) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (missingCodes.includes(code ?? '')) throw notFound(name, 'there is no such file', error)
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: ${message}.`, { cause: error })
  } finally {
    await handle?.close().catch(() => undefined)
  }
}
