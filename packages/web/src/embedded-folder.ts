// The name of an embedded model in; its files, which lie beside the code under whatever names a bundler gave them, out.
import { HttpFolder } from '@stylelens/core'
import type { ClassifierError, FileLimits, LoadModelOptions, ModelFolder, ModelManifest } from '@stylelens/core'
import { embeddedFileAddress } from './embedded-files'
import type { EmbeddedModelName } from './embedded-models'
import { missingModel } from './missing-model'
import { network } from './network'
import { readDataAddress } from './read-data-address'

/** Small files may have been put into the code as data: addresses. */
const isData = (address: string) => /^data:/i.test(address)

export class EmbeddedFolder implements ModelFolder {
  readonly name: EmbeddedModelName
  readonly #options: LoadModelOptions

  /** Files beside the code are fetched as the code is: `fetch` is for models that lie elsewhere. */
  constructor(name: EmbeddedModelName, options: LoadModelOptions) {
    this.name = name
    this.#options = { ...options, fetch: undefined }
  }

  async has(file: string): Promise<boolean> {
    return embeddedFileAddress(this.name, file) !== undefined
  }

  async read(file: string, limits: FileLimits): Promise<Uint8Array | undefined> {
    const address = embeddedFileAddress(this.name, file)
    if (address === undefined) return undefined
    if (isData(address)) return readDataAddress(address)
    const { origin, pathname, search } = new URL(address)
    const cut = pathname.lastIndexOf('/') + 1
    // extensions have addresses whose origin is "null"
    const start = origin === 'null' ? address.slice(0, address.indexOf(pathname)) : origin
    const place = { folder: start + pathname.slice(0, cut), query: search, file, name: this.name }
    return new HttpFolder(place, network, this.#options).read(decodeURIComponent(pathname.slice(cut)), limits)
  }

  async explainAbsence(): Promise<ClassifierError> {
    return missingModel(`file of "${this.name}"`)
  }
}

/** Another file than the ONNX file in use. Throws 'model-not-found' and what HttpFolder throws. */
export async function readEmbedded(
  name: EmbeddedModelName,
  file: string,
  { files = {}, selfTest }: ModelManifest,
  options: LoadModelOptions,
): Promise<Uint8Array> {
  const { sha256 } = [...Object.values(files), selfTest].find((one) => one?.file === file) ?? {}
  const limits = { maxBytes: options.maxModelBytes, sha256, isModel: file !== selfTest?.file }
  const bytes = await new EmbeddedFolder(name, options).read(file, limits)
  if (bytes === undefined) throw missingModel(`${file} of "${name}"`)
  return bytes
}
