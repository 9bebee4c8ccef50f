// What starting a session needs to know of a model.
import type { ModelManifest } from '../manifest'

export interface SessionModel {
  readonly manifest: ModelManifest
  /** The ONNX file. */
  readonly bytes: Uint8Array
  /** The bytes of another file beside the manifest. Without it there is no self-test. */
  readFile?(file: string): Promise<Uint8Array>
}
