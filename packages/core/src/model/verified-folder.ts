// A folder and the digests that the caller demands in; its files, of which none has another digest, out.
import { ClassifierError } from '../classifier-error'
import type { Integrity } from './load-model-options'
import type { FileLimits, ModelFolder } from './model-files'
import { parseIntegrity } from './parse-integrity'

export class VerifiedFolder {
  readonly name: string
  readonly #folder: ModelFolder
  readonly #sha256: (bytes: Uint8Array) => Promise<string>
  readonly #digests: ReadonlyMap<string, string>

  /** @param manifest the file that a single digest is of */
  constructor(
    folder: ModelFolder,
    sha256: (bytes: Uint8Array) => Promise<string>,
    integrity: Integrity | undefined,
    manifest: string,
  ) {
    this.name = folder.name
    this.#folder = folder
    this.#sha256 = sha256
    const digests = typeof integrity === 'string' ? { [manifest]: integrity } : (integrity ?? {})
    this.#digests = new Map(Object.entries(digests).map(([file, digest]) => [file, parseIntegrity(digest) ?? '']))
  }

  /** The caller demands a digest of this file. */
  demands(file: string): boolean {
    return this.#digests.has(file)
  }

  has(file: string): Promise<boolean> {
    return this.#folder.has(file)
  }

  /** Undefined where there is no such file. Errors: 'model-integrity', and those of the folder. */
  async read(file: string, limits: FileLimits): Promise<Uint8Array | undefined> {
    const demanded = this.#digests.get(file)
    const bytes = await this.#folder.read(file, { ...limits, sha256: demanded ?? limits.sha256 })
    if (bytes === undefined || demanded === undefined) return bytes
    const digest = await this.#sha256(bytes)
    if (digest === demanded) return bytes
    const difference = `its SHA-256 is ${digest} instead of ${demanded}`
    const sentence = `${file} of "${this.name}" is not the file that \`integrity\` describes: ${difference}.`
    throw new ClassifierError('model-integrity', `${sentence} Download it again, or correct \`integrity\`.`)
  }
}
