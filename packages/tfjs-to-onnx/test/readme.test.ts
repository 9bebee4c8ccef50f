// The README and the code come in; the lists and defaults in the one must be those of the other.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { defaultOptions } from '../src/conversion-options'
import { activationTable } from '../src/layers/activation-table'
import { layerTable } from '../src/layers/layer-table'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

function listAfter(start: string): string[] {
  const [paragraph] = readme.slice(readme.indexOf(start) + start.length).split('\n\n')
  return paragraph.split(/[\s,]+/).filter(Boolean)
}

it('lists exactly the supported layers and activations', () => {
  expect(listAfter('`channelsLast` only.\n\n')).toEqual(Object.keys(layerTable))
  expect(listAfter('Activations: ')).toEqual(Object.keys(activationTable))
})

it.each(Object.entries(defaultOptions))('states the default of %s', (option, value) => {
  expect(readme).toContain(`| \`${option}\` | \`${String(value)}\` |`)
})
