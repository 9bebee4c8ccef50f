// The built packages in; what an installation of `stylelens` weighs with all its dependencies, as a table, out.
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTarballs } from '../test/package/consumer'
import { packPackages } from '../test/package/pack-packages'
import { runNode } from '../test/package/run-command'
import { fileSize } from './file-size'
import { markdownTable } from './markdown-table'

function bytesBelow(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0)
}

async function install(folder: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const tarballs = await packPackages(['core', 'node', 'web', 'stylelens'], folder)
  const project = join(folder, 'project')
  rmSync(project, { recursive: true, force: true })
  const { code, stderr } = await installTarballs(project, tarballs, environment)
  if (code !== 0) throw new Error(`The packages cannot be installed: ${stderr}`)
  return bytesBelow(join(project, 'node_modules'))
}

/** What lies in node_modules is run and measured again. */
async function prune(folder: string): Promise<number> {
  const project = join(folder, 'project')
  const { code, stderr } = await runNode(['node_modules/stylelens/dist/cli.js', 'prune', '--yes'], project)
  if (code !== 0) throw new Error(`stylelens prune failed: ${stderr}`)
  return bytesBelow(join(project, 'node_modules'))
}

const native = 'cpu (native), wasm'
const all = 'PNG, JPEG, WebP, GIF, AVIF'

/** Needs npm's registry, or its cache. */
export async function installTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stylelens-sizes-'))
  try {
    const whole = await install(folder, { ONNXRUNTIME_NODE_INSTALL: 'skip' })
    const pruned = await prune(folder)
    const least = await install(folder, { npm_config_omit: 'optional' })
    return markdownTable(['install', 'size', 'runs on', 'decodes'], [
      ['everything', fileSize(whole), native, all],
      ['then `npx stylelens prune --yes`', fileSize(pruned), native, all],
      ['`npm install --omit=optional`', fileSize(least), 'wasm', 'PNG, JPEG'],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
