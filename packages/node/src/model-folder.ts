// The path of a folder on disk in; the files of the model in it, and none outside of it, out.
import { open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { ClassifierError, fileTooLarge, isClassifierError } from '@stylelens/core'
import type { FileLimits, ModelFolder } from '@stylelens/core'
import { embeddedModelNames } from './embedded-models'

/** What the operating system says where there is nothing of that name. */
const missingCodes: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return inside !== '' && !isAbsolute(inside) && inside.split(/[\\/]/)[0] !== '..'
}

export class FolderOnDisk implements ModelFolder {
  readonly name: string
  readonly #path: string

  /** @param name what the caller called it */
  constructor(path: string, name: string) {
    this.name = name
    this.#path = path
  }

  /** Errors: 'model-manifest' for a file outside, 'model-unsupported' for a large one, 'model-not-found'. */
  async read(file: string, limits: FileLimits): Promise<Uint8Array | undefined> {
    const path = this.#pathOf(file)
    try {
      if (limits.strictlyInside) await this.#refuseLinks(path, file)
      return await readLimited(path, file, limits.maxBytes)
    } catch (error) {
      if (missingCodes.includes(codeOf(error))) return undefined
      if (isClassifierError(error)) throw error
      const sentence = `Cannot read "${file}" of the model "${this.name}": ${(error as Error).message}.`
      throw new ClassifierError('model-not-found', `${sentence} Check its rights.`, { cause: error })
    }
  }

  async has(file: string): Promise<boolean> {
    return (await stat(this.#pathOf(file)).catch(() => undefined))?.isFile() ?? false
  }

  async explainAbsence(): Promise<ClassifierError> {
    const place = await stat(this.#path).catch(() => undefined)
    const choice = `Pass an embedded name (${embeddedModelNames.join(', ')}), a folder or an http(s) address.`
    if (place?.isDirectory()) {
      const sentence = `The folder of the model "${this.name}" holds neither manifest.json nor config.json.`
      return new ClassifierError('model-manifest', `${sentence} Export the model again, or write a manifest.json.`)
    }
    const reason = place
      ? `Cannot load the model "${this.name}": it is a file. Pass the folder that holds it.`
      : `There is no model "${this.name}": no embedded one has this name, and there is no such folder. ${choice}`
    return new ClassifierError('model-not-found', reason)
  }

  #pathOf(file: string): string {
    const path = resolve(this.#path, file)
    if (isInside(this.#path, path)) return path
    const sentence = `The model "${this.name}" names the file "${file}", which is outside of its folder.`
    throw new ClassifierError('model-manifest', `${sentence} Name a file within it.`)
  }

  /** A link may lead anywhere: what an unknown model names must lie in its own folder. */
  async #refuseLinks(path: string, file: string): Promise<void> {
    if (isInside(await realpath(this.#path), await realpath(path))) return
    const sentence = `"${file}" of the model "${this.name}" is a link that leads out of its folder.`
    throw new ClassifierError('model-unsupported', `${sentence} Put the file itself there.`)
  }
}

async function readLimited(path: string, file: string, maxBytes: number): Promise<Uint8Array | undefined> {
  const handle = await open(path)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) return undefined
    if (stats.size > maxBytes) throw fileTooLarge(`"${file}"`, stats.size, maxBytes)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
