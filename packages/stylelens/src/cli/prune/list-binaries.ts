// A copy of onnxruntime-node in; the folders of its native libraries, one for each platform, with their sizes out.
import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface BinaryFolder {
  readonly path: string
  /** `linux-x64` */
  readonly platform: string
  readonly bytes: number
}

/** `bin/napi-v6/linux/x64`: folders only, and nothing behind a link, which may lead anywhere. */
export async function listBinaries(copy: string): Promise<BinaryFolder[]> {
  const bin = join(copy, 'bin')
  if (!(await isRealFolder(bin))) return []
  const found: BinaryFolder[] = []
  for (const version of await foldersIn(bin)) {
    if (!/^napi-v\d+$/.test(version)) continue
    for (const system of await foldersIn(join(bin, version))) {
      for (const architecture of await foldersIn(join(bin, version, system))) {
        const path = join(bin, version, system, architecture)
        found.push({ path, platform: `${system}-${architecture}`, bytes: await sizeOf(path) })
      }
    }
  }
  return found
}

const isRealFolder = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined))?.isDirectory() === true

async function foldersIn(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true })
  // of a link this is false, whatever it leads to
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    bytes += entry.isDirectory() ? await sizeOf(path) : (await lstat(path)).size
  }
  return bytes
}
