// What a person chose: the model, and the execution provider that it should run on.
import type { EmbeddedModelName } from '@stylelens/web'

export type Provider = 'wasm' | 'webgpu'

export interface Settings {
  readonly model: EmbeddedModelName
  readonly provider: Provider
}
