// The contract, its runner and the packed packages in; a folder outside of the repository with both, as a user has it, out.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { packPackages } from '../package/pack-packages'
import { runNpm } from '../package/run-command'

/** Returns the script, which finds `@stylelens/node` in the folder's own node_modules. */
export async function installContract(folder: string, packages: readonly string[]): Promise<string> {
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const tarballs = await packPackages(packages, folder)
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, stderr } = await runNpm([...words, ...tarballs.map(({ path }) => path)], folder)
  if (code !== 0) throw new Error(`The packed packages cannot be installed: ${stderr}`)
  const outfile = join(folder, 'contract.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('contract-main.ts', import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    external: ['@stylelens/node'],
    logLevel: 'silent',
  })
  return outfile
}
