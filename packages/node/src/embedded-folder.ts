// The folder of a model that comes with the package in; its files, the manifest being the one that was built in, out.
import { ClassifierError } from '@stylelens/core'
import type { FileLimits } from '@stylelens/core'
import { FolderOnDisk } from './model-folder'
import { reinstall } from './reinstall'

/** The manifest vouches for the other files, and its own digest is in the code. */
export class EmbeddedFolder extends FolderOnDisk {
  readonly #sha256: (bytes: Uint8Array) => Promise<string>
  readonly #digest: string

  constructor(path: string, name: string, sha256: (bytes: Uint8Array) => Promise<string>, digest: string) {
    super(path, name)
    this.#sha256 = sha256
    this.#digest = digest
  }

  /** Errors: 'model-integrity' besides those of a folder. */
  override async read(file: string, limits: FileLimits): Promise<Uint8Array | undefined> {
    const bytes = await super.read(file, limits)
    if (file !== 'manifest.json' || bytes === undefined) return bytes
    const digest = await this.#sha256(bytes)
    if (digest === this.#digest) return bytes
    const difference = `the SHA-256 of its manifest.json is ${digest} instead of ${this.#digest}`
    throw new ClassifierError('model-integrity', `The embedded model "${this.name}" is damaged: ${difference}. ${reinstall}`)
  }

  override async explainAbsence(): Promise<ClassifierError> {
    const sentence = `The files of the embedded model "${this.name}" are not in the package.`
    return new ClassifierError('model-not-found', `${sentence} ${reinstall}`)
  }
}
