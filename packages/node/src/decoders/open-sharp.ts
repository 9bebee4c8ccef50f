// Nothing in; sharp, or why it cannot be loaded, out: at the first encoded picture, never before.

export type OpenSharp = typeof import('sharp').default

/** Loads sharp; a test may hand in one that fails. */
export type ImportSharp = () => Promise<{ readonly default: OpenSharp }>

export type OpenedSharp = { readonly sharp: OpenSharp } | { readonly failure: unknown }

const importSharp: ImportSharp = () => import('sharp')

/** Fails without the package, and where its binary is missing (`--omit=optional`) or does not load. */
export async function openSharp(load: ImportSharp = importSharp): Promise<OpenedSharp> {
  try {
    return { sharp: (await load()).default }
  } catch (failure) {
    return { failure }
  }
}
