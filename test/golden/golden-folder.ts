// Nothing in; the places of the golden files and of the models that they are made with out.
import { readdirSync, readFileSync } from 'node:fs'

export const goldenFolder = new URL('./', import.meta.url)
export const picturesFolder = new URL('pictures/', goldenFolder)
export const expectedFile = new URL('expected.json', goldenFolder)

const modelsFolder = new URL('../../models/', import.meta.url)

export interface ModelFolder {
  readonly folder: URL
  readonly name: string
  readonly sha256: string
}

/** Every model of the repository, by name. */
export function modelFolders(): ModelFolder[] {
  const folders = readdirSync(modelsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort().map((name) => {
    const folder = new URL(`${name}/`, modelsFolder)
    const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as { sha256: string }
    return { folder, name, sha256: manifest.sha256 }
  })
}
