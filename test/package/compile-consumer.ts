// A consumer's folder and a module resolution in, the TypeScript compiler's verdict on the installed declarations out.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files'
import { runNode, type CommandResult } from './run-command'

export interface ModuleResolution {
  readonly name: string
  readonly options: { readonly module: string; readonly moduleResolution: string }
  /** .mts is compiled as ESM, .cts as CommonJS. */
  readonly files: readonly string[]
}

export const moduleResolutions: readonly ModuleResolution[] = [
  { name: 'node16', options: { module: 'node16', moduleResolution: 'node16' }, files: ['use.mts', 'use.cts'] },
  { name: 'nodenext', options: { module: 'nodenext', moduleResolution: 'nodenext' }, files: ['use.mts', 'use.cts'] },
  { name: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' }, files: ['use.mts'] },
]

/** Strict, every declaration checked, no types but the language's own: the declarations must stand by themselves. */
export function compileConsumer(folder: string, { name, options, files }: ModuleResolution): Promise<CommandResult> {
  for (const file of files) copyFileSync(join(root, 'test/package/use-types.ts'), join(folder, file))
  const compilerOptions = {
    ...options,
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const config = join(folder, `tsconfig.${name}.json`)
  writeFileSync(config, JSON.stringify({ compilerOptions, files }))
  return runNode([join(root, 'node_modules/typescript/bin/tsc'), '-p', config], folder)
}
