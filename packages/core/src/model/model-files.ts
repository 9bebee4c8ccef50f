// The files of one model: as a place gives them (ModelFolder), and as the pipeline reads them (ModelFiles).
import type { ClassifierError } from '../classifier-error'
import type { VerifiedModel } from './verified-model'

/** A manifest and a way to the files that it names. */
export interface ModelFiles {
  /** manifest.json as parsed JSON, not yet validated. */
  readonly manifest: unknown
  /** The whole model, where the platform has checked it: the manifest before, the ONNX file by its digest now. */
  readonly verified?: VerifiedModel
  /** The bytes of a file by its path within the model's folder: '/' between folders, never leading out of it. */
  readModel(file: string): Promise<Uint8Array>
  /**
   * The same for weights that an ONNX file keeps beside itself: no symbolic link may lead out of the folder either.
   * Without it, models with such weights are refused.
   */
  readExternalData?(file: string): Promise<Uint8Array>
}

/** A place with the files of one model: a folder, a server. */
export interface ModelFolder {
  /** Names the place in messages: without passwords, keys and queries. */
  readonly name: string
  /** Undefined where there is no such file. Rejects where there is one that cannot be read. */
  read(file: string, limits: FileLimits): Promise<Uint8Array | undefined>
  has(file: string): Promise<boolean>
  /** Why neither manifest.json nor config.json was found. */
  explainAbsence(): Promise<ClassifierError>
}

export interface FileLimits {
  /** Errors: 'model-unsupported' for a larger file. */
  readonly maxBytes: number
  /** The file is the model itself: its bytes are what the caller's progress counts. */
  readonly isModel?: boolean
  /** 64 hexadecimal digits that the bytes must have, where they are known. Only a cache need look at them. */
  readonly sha256?: string | undefined
  /** No symbolic link may lead out of the folder. */
  readonly strictlyInside?: boolean
}

/** A model that the caller holds in memory. */
export interface ModelInMemory {
  /** As manifest.json has it; `file`, `sha256` and `bytes` may be left out. */
  readonly manifest: object
  /** The ONNX file. */
  readonly bytes: Uint8Array | ArrayBuffer
}
