// A folder that a bundler wrote in; its files with their sizes out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface EmittedFile {
  /** Below the folder. */
  readonly path: string
  readonly bytes: number
}

export function emittedFiles(folder: string): EmittedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((place) => ({ path: place.slice(folder.length + 1), bytes: readFileSync(place).length }))
}

export const gzipBytes = (place: string): number => gzipSync(readFileSync(place), { level: 9 }).length
