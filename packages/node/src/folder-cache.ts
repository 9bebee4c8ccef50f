// The path of a folder in; a cache of downloaded files in it, of which each is whole or not there, out.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CachedFile, ModelCache } from '@stylelens/core'

/** Entries, and entries that were not finished: other files in the folder are not touched. */
const ending = '.stylelens'
const unfinished = '.stylelens-part'

/** The first line of an entry: what the bytes after it are. */
interface Header {
  readonly address: string
  readonly sha256: string
  readonly etag: string | null
}

const longestHeader = 64 * 1024

function parseHeader(line: string): Header | undefined {
  try {
    const { address, sha256, etag } = JSON.parse(line) as Partial<Record<string, unknown>>
    if (typeof address !== 'string' || typeof sha256 !== 'string') return undefined
    return { address, sha256, etag: typeof etag === 'string' ? etag : null }
  } catch {
    return undefined
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

export class FolderCache implements ModelCache {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Of a damaged entry it gives what it can: the reader compares the digest. */
  async match(address: string): Promise<CachedFile | undefined> {
    const entry = await readFile(this.#pathOf(address)).catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (entry === undefined) return undefined
    const end = entry.subarray(0, longestHeader).indexOf(10)
    const header = parseHeader(entry.subarray(0, Math.max(0, end)).toString('utf8'))
    // Nothing has this digest: the entry is replaced.
    if (header?.address !== address) return { bytes: new Uint8Array(), sha256: '', etag: null }
    return { bytes: entry.subarray(end + 1), sha256: header.sha256, etag: header.etag }
  }

  /** Written beside its place and then moved there: a reader never sees half of it, nor does the next process. */
  async put(address: string, { bytes, sha256, etag }: CachedFile): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const part = join(this.folder, `${randomUUID()}${unfinished}`)
    try {
      const handle = await open(part, 'wx')
      try {
        await handle.writeFile(`${JSON.stringify({ address, sha256, etag })}\n`)
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(part, this.#pathOf(address))
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined)
      throw error
    }
  }

  async delete(address: string): Promise<boolean> {
    try {
      await rm(this.#pathOf(address))
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  async keys(): Promise<readonly string[]> {
    const names = (await this.#list()).filter((name) => name.endsWith(ending))
    const headers = await Promise.all(names.map((name) => readHeader(join(this.folder, name))))
    return headers.flatMap((header) => (header === undefined ? [] : [header.address]))
  }

  /** Every entry, whole, damaged or not finished. */
  async clear(): Promise<void> {
    const names = (await this.#list()).filter((name) => name.endsWith(ending) || name.endsWith(unfinished))
    await Promise.all(names.map((name) => rm(join(this.folder, name), { force: true })))
  }

  async #list(): Promise<string[]> {
    return readdir(this.folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
  }

  #pathOf(address: string): string {
    return join(this.folder, createHash('sha256').update(address).digest('hex') + ending)
  }
}

async function readHeader(path: string): Promise<Header | undefined> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0)
    return parseHeader(buffer.subarray(0, Math.max(0, buffer.subarray(0, bytesRead).indexOf(10))).toString('utf8'))
  } finally {
    await handle.close()
  }
}
