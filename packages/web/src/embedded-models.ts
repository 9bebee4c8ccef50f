// The models that come with the package, best first; the name of one in, its manifest and the place of its file out.
import { freezeDeep, loadPart } from '@stylelens/core'
import type { ModelManifest } from '@stylelens/core'
import { manifest as fashionSmall } from './manifests/fashion-small'
import { absoluteAddress } from './page-address'

/** `copy-files.mjs` copies these from the repository when the package is built. */
export const embeddedModelNames = ['fashion-small', 'fashion-nano'] as const

export type EmbeddedModelName = (typeof embeddedModelNames)[number]

export function isEmbeddedModel(name: unknown): name is EmbeddedModelName {
  return (embeddedModelNames as readonly unknown[]).includes(name)
}

interface EmbeddedModel {
  /** Of the default model it is here from the beginning. */
  readonly manifest: ModelManifest | (() => Promise<{ readonly manifest: ModelManifest }>)
  /** Every address is written out: bundlers follow `new URL('...', import.meta.url)` only where they can read it. */
  address(): URL
}

const models: Readonly<Record<EmbeddedModelName, EmbeddedModel>> = {
  'fashion-small': {
    manifest: fashionSmall,
    address: () => new URL('../models/fashion-small/model.onnx', import.meta.url),
  },
  'fashion-nano': {
    manifest: () => import('./manifests/fashion-nano'),
    address: () => new URL('../models/fashion-nano/model.onnx', import.meta.url),
  },
}

/** Part of the code, so its digest need not be checked; tests compare it with the files of the model. */
export async function embeddedManifest(name: EmbeddedModelName): Promise<ModelManifest> {
  const { manifest } = models[name]
  return freezeDeep(typeof manifest === 'function' ? (await loadPart(manifest)).manifest : manifest)
}

export const embeddedAddress = (name: EmbeddedModelName): string => absoluteAddress(models[name].address().href)
