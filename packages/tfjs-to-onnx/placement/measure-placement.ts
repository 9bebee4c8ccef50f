// npm run placement: the installed onnxruntime in; src/inspect/placement-table.json, measured anew, out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measuredOpsets } from './measure-provider'
import { measureProviders, providers, versionOf } from './measure-providers'

const folder = mkdtempSync(join(tmpdir(), 'placement-'))
const measured = await measureProviders(folder)
rmSync(folder, { recursive: true, force: true })

const operators = Object.keys(measured.get('cpu') ?? {})
const rows = operators.map((operator) => {
  const cells = providers.map(provider => `"${provider}": ${JSON.stringify(measured.get(provider)?.[operator])}`)
  return `    "${operator}": { ${cells.join(', ')} }`
})
const measuredWith = Object.fromEntries(['onnxruntime-node', 'onnxruntime-web'].map(name => [name, versionOf(name)]))
const table = `{
  "measuredWith": ${JSON.stringify(measuredWith)},
  "providers": ${JSON.stringify(providers)},
  "opsets": ${JSON.stringify(measuredOpsets)},
  "operators": {
${rows.join(',\n')}
  }
}
`
const target = new URL('../src/inspect/placement-table.json', import.meta.url)
writeFileSync(target, table)
console.log(`Wrote src/inspect/placement-table.json: ${operators.length} operators.`)
