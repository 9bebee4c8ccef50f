// Names of package folders in, their tarballs out, as `npm publish` would make them from the last build.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files'
import { runNpm } from './run-command'

export interface Tarball {
  readonly name: string
  readonly path: string
  /** Paths inside the package. */
  readonly files: readonly string[]
}

interface PackReport {
  readonly name: string
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

export function packPackages(names: readonly string[], destination: string): Promise<Tarball[]> {
  return Promise.all(names.map((name) => packPackage(name, destination)))
}

async function packPackage(name: string, destination: string): Promise<Tarball> {
  const folder = join(root, 'packages', name)
  if (!existsSync(join(folder, 'dist', 'index.js')))
    throw new Error(`packages/${name} is not built. Run: npm run build`)
  const { code, stdout, stderr } = await runNpm(['pack', '--json', '--pack-destination', destination], folder)
  if (code !== 0) throw new Error(`npm cannot pack packages/${name}:\n${stderr}`)
  const [report] = JSON.parse(stdout) as PackReport[]
  if (report === undefined) throw new Error(`npm packed nothing in packages/${name}.`)
  return { name, path: join(destination, report.filename), files: report.files.map(({ path }) => path) }
}
