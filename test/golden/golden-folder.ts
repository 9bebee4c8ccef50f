// Nothing in; the places of the golden files and of the models that they are made with out.
import { readdirSync, readFileSync } from 'node:fs'
import type { ModelDtype } from '@stylelens/core'

export const goldenFolder = new URL('./', import.meta.url)
export const picturesFolder = new URL('pictures/', goldenFolder)
export const expectedFile = new URL('expected.json', goldenFolder)

const modelsFolder = new URL('../../models/', import.meta.url)

export interface ModelFolder {
  readonly folder: URL
  readonly name: string
  readonly sha256: string
}

/** One file of a model. */
export interface ModelForm extends ModelFolder {
  readonly dtype: ModelDtype
}

interface Manifest {
  readonly sha256: string
  readonly files?: { readonly [Dtype in ModelDtype]?: { readonly sha256: string } }
}

const readManifest = (folder: URL) => JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest

/** Every model of the repository, by name. */
export function modelFolders(): ModelFolder[] {
  const folders = readdirSync(modelsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort().map((name) => {
    const folder = new URL(`${name}/`, modelsFolder)
    return { folder, name, sha256: readManifest(folder).sha256 }
  })
}

/** The same with each of its files. */
export function modelForms(): ModelForm[] {
  return modelFolders().flatMap((model) => {
    const small = Object.entries(readManifest(model.folder).files ?? {})
    const forms = small.map(([dtype, { sha256 }]) => ({ ...model, dtype: dtype as ModelDtype, sha256 }))
    return [{ ...model, dtype: 'fp32' }, ...forms]
  })
}
