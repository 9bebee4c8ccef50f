// The built browser packages in; what they weigh packed and installed, as the table in the README of @stylelens/web, out.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { markdownTable } from './markdown-table'

const names = ['web', 'web-asyncify']

interface PackReport {
  readonly name: string
  readonly size: number
  readonly unpackedSize: number
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** As `npm publish` would pack them; nothing is written. */
function measure(name: string): PackReport {
  const folder = fileURLToPath(new URL(`../packages/${name}`, import.meta.url))
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const text = execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return (JSON.parse(text) as PackReport[])[0]
}

export function sizeTable(): string {
  const rows = names.map(measure)
  return markdownTable(
    ['package', 'installed', 'downloaded'],
    rows.map(({ name, unpackedSize, size }) => [`\`${name}\``, megabytes(unpackedSize), megabytes(size)]),
  )
}
