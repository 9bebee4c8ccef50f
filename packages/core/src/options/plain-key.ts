// Plain creation options in; the very string that OptionKeys gives for them, out.
import { createDefaults } from './option-defaults'

/** Of the plain options only these two make a difference to the classifier. */
export function plainKey({ model, worker }: { readonly model?: unknown; readonly worker?: unknown }): string {
  return JSON.stringify({
    model: model === createDefaults.model ? undefined : model,
    worker: worker === createDefaults.worker ? undefined : worker,
  })
}
