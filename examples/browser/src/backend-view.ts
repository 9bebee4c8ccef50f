// A live classifier in; one line of what really runs, and why it is not what was asked for, out.
import type { Classifier } from '@stylelens/web'
import { findElement } from './find-element'
import { makeElement } from './make-element'

const names: Readonly<Record<string, string>> = { wasm: 'WebAssembly', webgpu: 'WebGPU' }

const nameOf = (provider: string): string => names[provider] ?? provider

const placements = {
  full: 'full',
  partial: 'partial, the rest on the CPU',
  unknown: 'not known',
} as const

const withoutCode = (message: string): string => message.replace(/ \[[a-z-]+\]$/, '')

export class BackendView {
  readonly #line = findElement('backend', HTMLElement)
  readonly #fallback = findElement('fallback', HTMLElement)

  show({ backend, manifest }: Classifier): void {
    const { executionProvider, placement, threads, fellBackFrom } = backend
    const where = executionProvider === 'wasm' ? ` with ${threads} ${threads === 1 ? 'thread' : 'threads'}` : ''
    this.#line.textContent = `Running on ${nameOf(executionProvider)}${where}. Placement: ${placements[placement]}.`
    this.#line.dataset['provider'] = executionProvider
    this.#line.dataset['model'] = manifest.name
    this.#fallback.hidden = fellBackFrom.length === 0
    this.#fallback.replaceChildren(
      ...fellBackFrom.flatMap(({ executionProvider: asked, message }) => [
        makeElement('strong', '', `${nameOf(asked)} is not available here, so ${nameOf(executionProvider)} answers`),
        withoutCode(message),
      ]),
    )
  }

  /** While another is on its way. */
  clear(): void {
    delete this.#line.dataset['provider']
    this.#fallback.hidden = true
  }
}
