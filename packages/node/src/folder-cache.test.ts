// Files and folders in all states in; entries that are whole, errors of the disk, and nothing left behind, out.
import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { available } from '../../../test/requirement'
import { clearCache } from './clear-cache'
import { FolderCache } from './folder-cache'
import { openCache } from './open-cache'
import { sha256 } from './sha256'

const address = 'https://models.test/m/model.onnx'
const bytes = new TextEncoder().encode('first line\nsecond line')
const hasUlimit = available('posix', process.platform !== 'win32', 'there is no ulimit on Windows')
let folder: string
let cache: FolderCache

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  cache = new FolderCache(join(folder, 'models'))
})

afterEach(() => rm(folder, { recursive: true }))

const put = async (etag: string | null = null) => cache.put(address, { bytes, sha256: await sha256(bytes), etag })
const onlyFile = async () => join(cache.folder, (await readdir(cache.folder))[0])

describe('an entry', () => {
  it('is what was put, under its address alone', async () => {
    expect(await cache.match(address)).toBeUndefined()
    await put('"1"')
    const found = await cache.match(address)
    expect(Buffer.from(found?.bytes ?? [])).toEqual(Buffer.from(bytes))
    expect(found).toMatchObject({ sha256: await sha256(bytes), etag: '"1"' })
    expect(await cache.match(`${address}?`)).toBeUndefined()
    expect(await cache.keys()).toEqual([address])
  })

  it('is replaced as a whole, and leaves no other file', async () => {
    await put()
    await Promise.all([put('"2"'), put('"3"'), put('"4"')])
    expect((await cache.match(address))?.etag).toMatch(/"[234]"/)
    expect(await readdir(cache.folder)).toHaveLength(1)
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['cut in its bytes', (path) => truncate(path, 200)],
    ['cut in its first line', (path) => truncate(path, 20)],
    ['empty', (path) => truncate(path, 0)],
    ['longer', (path) => appendFile(path, 'x')],
    ['another file', (path) => writeFile(path, 'null\nx')],
    ['of another address', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('/m/', '/n/'))],
  ])('that is %s never has its digest', async (_, damage) => {
    await put()
    await damage(await onlyFile())
    const found = await cache.match(address)
    expect(found && (await sha256(found.bytes))).not.toBe(found?.sha256)
  })

  it('can be deleted once', async () => {
    await put()
    expect([await cache.delete(address), await cache.delete(address)]).toEqual([true, false])
    expect(await cache.keys()).toEqual([])
  })
})

describe('a folder that cannot be had', () => {
  it('is an error of each call, and no file is left', async () => {
    await writeFile(join(folder, 'file'), '')
    const none = new FolderCache(join(folder, 'file', 'models'))
    await expect(none.put(address, { bytes, sha256: '', etag: null })).rejects.toThrow(/ENOTDIR|EEXIST/)
    await expect(none.match(address)).rejects.toThrow('ENOTDIR')
    await expect(none.keys()).rejects.toThrow('ENOTDIR')
  })

  it.skipIf(!hasUlimit)('a disk that is full in the middle of an entry leaves nothing of it', async () => {
    const child = fileURLToPath(new URL('../test/cache-in-child.ts', import.meta.url))
    // A limit on the size of files is met as a full disk is: the write fails.
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', 'ulimit -f 8; exec "$0" --import tsx "$@"', process.execPath, child, cache.folder],
      { env: { ...process.env, NODE_OPTIONS: '', TSX_DISABLE_CACHE: '1' } },
    )
    expect(JSON.parse(stdout)).toEqual({ outcome: 'EFBIG', left: [] })
  })
})

describe('clearCache', () => {
  it('removes every entry, damaged and unfinished ones too, and no other file', async () => {
    await put()
    await cache.put(`${address}2`, { bytes, sha256: '', etag: null })
    await truncate(await onlyFile(), 3)
    await writeFile(join(cache.folder, 'a.stylelens-part'), 'x')
    await writeFile(join(cache.folder, 'notes.txt'), 'mine')
    await clearCache({ cache: cache.folder })
    expect(await readdir(cache.folder)).toEqual(['notes.txt'])
  })

  it('takes every way of naming a cache', async () => {
    for (const place of [
      pathToFileURL(cache.folder),
      pathToFileURL(cache.folder).href,
      { store: cache.folder },
      cache,
    ]) {
      await put()
      await clearCache({ cache: place })
      expect(await cache.keys()).toEqual([])
    }
    const deleted: string[] = []
    const own = {
      match: async () => undefined,
      put: async () => undefined,
      keys: async () => ['a', 'b'],
      delete: async (key: string) => deleted.push(key) > 0,
    }
    await clearCache({ cache: own })
    expect(deleted).toEqual(['a', 'b'])
  })

  it('is content where there is nothing', async () => {
    await clearCache()
    await clearCache({ cache: false })
    await clearCache({ cache: join(folder, 'never') })
  })

  it('tells what it cannot clear', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(clearCache({ cache: join(folder, 'file') })).rejects.toMatchObject({
      code: 'cache-failed',
      cause: { code: 'ENOTDIR' },
    })
  })
})

describe('openCache', () => {
  it.each([undefined, false, { store: false }])('%o is none', (option) => {
    expect(openCache(option)).toBeUndefined()
  })

  it.each([true, { store: true }, 'https://example.com/cache', { href: 'https://example.com/cache' }])(
    '%o is no folder',
    (option) => {
      expect(() => openCache(option)).toThrow(expect.objectContaining({ code: 'option-invalid' }))
    },
  )
})
