// Models and providers to choose from in; each choice of a person out, and remembered.
import { embeddedModelNames } from '@stylelens/web/webgpu'
import { findElement } from './find-element'
import { makeElement } from './make-element'
import { recall, remember } from './remembered'
import type { Provider, Settings } from './settings'

interface Choice {
  readonly value: string
  readonly title: string
  readonly detail: string
}

const providers: readonly Choice[] = [
  { value: 'wasm', title: 'CPU', detail: 'WebAssembly' },
  { value: 'webgpu', title: 'GPU', detail: 'WebGPU' },
]

/** `fashion-small` is the model Small. */
function modelChoice(value: string): Choice {
  const size = value.replace(/^.*-/, '')
  return { value, title: size[0].toUpperCase() + size.slice(1), detail: value }
}

function segment(group: string, { value, title, detail }: Choice, checked: boolean): HTMLLabelElement {
  const input = makeElement('input', '')
  Object.assign(input, { type: 'radio', name: group, value, checked })
  const face = makeElement('span', 'segment-face', title, makeElement('span', 'segment-detail', detail))
  return makeElement('label', 'segment', input, face)
}

function fill(id: string, group: string, choices: readonly Choice[]): void {
  const known = choices.map(({ value }) => value)
  const last = recall(group)
  const chosen = last !== null && known.includes(last) ? last : known[0]
  findElement(id, HTMLElement).replaceChildren(
    ...choices.map((choice) => segment(group, choice, choice.value === chosen)),
  )
}

export class SettingsForm {
  readonly #form = findElement('settings', HTMLFormElement)

  constructor() {
    fill('model-choices', 'model', embeddedModelNames.map(modelChoice))
    fill('provider-choices', 'provider', providers)
  }

  get chosen(): Settings {
    const data = new FormData(this.#form)
    return { model: data.get('model') as Settings['model'], provider: data.get('provider') as Provider }
  }

  onChange(listener: (settings: Settings) => void): void {
    this.#form.addEventListener('submit', (event) => event.preventDefault())
    this.#form.addEventListener('change', () => {
      const { chosen } = this
      remember('model', chosen.model)
      remember('provider', chosen.provider)
      listener(chosen)
    })
  }
}
