// Names of built packages in; what they weigh packed and unpacked, as a table, out.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fileSize } from './file-size'
import { markdownTable } from './markdown-table'

interface PackReport {
  readonly name: string
  readonly size: number
  readonly unpackedSize: number
}

/** As `npm publish` would pack them; nothing is written. */
function measure(name: string): PackReport {
  const folder = fileURLToPath(new URL(`../packages/${name}`, import.meta.url))
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const text = execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return (JSON.parse(text) as PackReport[])[0]
}

export function sizeTable(names: readonly string[]): string {
  const rows = names.map(measure)
  return markdownTable(
    ['package', 'installed', 'downloaded'],
    rows.map(({ name, unpackedSize, size }) => [`\`${name}\``, fileSize(unpackedSize), fileSize(size)]),
  )
}
