// The models that come with the package, best first; the name of one in, its manifest and where its ONNX file lies, out.
import { loadPart } from '@stylelens/core'
import type { ModelManifest } from '@stylelens/core'
import { absoluteAddress } from './page-address'

/** `copy-files.mjs` copies these from the repository when the package is built. */
export const embeddedModelNames = ['fashion-small', 'fashion-nano'] as const

export type EmbeddedModelName = (typeof embeddedModelNames)[number]

export function isEmbeddedModel(name: unknown): name is EmbeddedModelName {
  return (embeddedModelNames as readonly unknown[]).includes(name)
}

interface EmbeddedModel {
  manifest(): Promise<{ readonly manifest: ModelManifest }>
  /** Every address is written out: bundlers follow `new URL('...', import.meta.url)` only where they can read it. */
  address(): URL
}

const models: Readonly<Record<EmbeddedModelName, EmbeddedModel>> = {
  'fashion-small': {
    manifest: () => import('./manifests/fashion-small'),
    address: () => new URL('../models/fashion-small/model.onnx', import.meta.url),
  },
  'fashion-nano': {
    manifest: () => import('./manifests/fashion-nano'),
    address: () => new URL('../models/fashion-nano/model.onnx', import.meta.url),
  },
}

/** Part of the code, so its digest need not be checked; tests compare it with the files of the model. */
export const embeddedManifest = async (name: EmbeddedModelName): Promise<ModelManifest> =>
  (await loadPart(models[name].manifest)).manifest

export const embeddedAddress = (name: EmbeddedModelName): string => absoluteAddress(models[name].address().href)
