// A runtime of the table in; its program on this machine, or the reason why there is none, out.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../../training/cache-folder'
import { runNpm } from '../package/run-command'
import type { RuntimeProgram } from './runtime-programs'

export type InstalledRuntime = { readonly program: string } | { readonly missing: string }

/** Each has a folder of its own in the cache: npm would remove one to install the other. Nothing is built or run. */
export async function installRuntime(runtime: RuntimeProgram): Promise<InstalledRuntime> {
  if (runtime.install === null) return { program: process.execPath }
  const folder = join(cacheFolder('runtimes'), runtime.install.replace(/[^a-z0-9.]+/gi, '-'))
  const program = join(folder, 'node_modules', runtime.packageName, runtime.program)
  if (existsSync(program)) return { program }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', runtime.install]
  const { code, stderr } = await runNpm(words, folder)
  if (code === 0 && existsSync(program)) return { program }
  return { missing: `npm install ${runtime.install} brought no program: ${stderr.split('\n')[0]}` }
}
