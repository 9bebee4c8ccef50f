// A model as it was loaded: its manifest and the bytes that this describes.
import type { ModelManifest } from '../manifest'

export interface VerifiedModel {
  readonly manifest: ModelManifest
  /** The ONNX file, with all of its weights inside. */
  readonly bytes: Uint8Array
  /** The bytes of another file of the model, by its path within the model's folder; a model in memory has none. */
  readFile?(file: string): Promise<Uint8Array>
}
