// The names of the models that come with the package, best first; a name in, whether it is one of them, out.

/** `copy-models.mjs` copies these from the repository when the package is built. */
export const embeddedModelNames = ['fashion-small', 'fashion-nano'] as const

export type EmbeddedModelName = (typeof embeddedModelNames)[number]

export function isEmbeddedModel(name: string): name is EmbeddedModelName {
  return (embeddedModelNames as readonly string[]).includes(name)
}
