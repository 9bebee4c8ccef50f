// Names of package folders and a folder in; their tarballs, unpacked into its node_modules as npm would do it, out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packPackages } from './pack-packages'
import { runProgram } from './run-command'

/** Without a registry: dependencies that are not ours are left out. */
export async function unpackPackages(names: readonly string[], folder: string): Promise<void> {
  for (const { name, path } of await packPackages(names, folder)) {
    const target = join(folder, 'node_modules', name === 'stylelens' ? name : `@stylelens/${name}`)
    mkdirSync(target, { recursive: true })
    const { code, stderr } = await runProgram('tar', ['-xzf', path, '-C', target, '--strip-components=1'], folder)
    if (code !== 0) throw new Error(`The tarball of ${name} cannot be unpacked: ${stderr}`)
  }
}
