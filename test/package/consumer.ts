// Tarballs in, a folder out that has them installed like any user's project.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files'
import type { Tarball } from './pack-packages'
import { runNode, runNpm, type CommandResult } from './run-command'

/** What test/package/classify-picture prints. */
export interface ClassifiedPicture {
  readonly predictions: readonly { readonly label: string; readonly score: number; readonly index: number }[]
  readonly backend: {
    readonly executionProvider: string
    readonly offThread: boolean
    readonly fellBackFrom: readonly { readonly executionProvider: string; readonly message: string }[]
  }
}

export const picture = join(root, 'samples/pictures/t-shirt.png')

/** `environment` goes to npm and so to the install scripts of the dependencies. */
export async function installTarballs(
  folder: string,
  tarballs: readonly Tarball[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n')
  for (const name of ['classify-picture.mjs', 'classify-picture.cjs'])
    copyFileSync(join(root, 'test/package', name), join(folder, name))
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs.map(({ path }) => path)]
  return runNpm(words, folder, environment)
}

/** Runs the consumer's own script; ESM for 'mjs', CommonJS for 'cjs'. */
export async function classifyPicture(
  folder: string,
  extension: 'mjs' | 'cjs',
  options: object = {},
): Promise<CommandResult & { readonly answer: ClassifiedPicture }> {
  const result = await runNode([`classify-picture.${extension}`, picture, JSON.stringify(options)], folder)
  if (result.code !== 0) throw new Error(`classify-picture.${extension} failed:\n${result.stderr}`)
  return { ...result, answer: JSON.parse(result.stdout) as ClassifiedPicture }
}
