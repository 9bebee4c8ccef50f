// The repository's models in; packages/web/models, which is published, and src/manifests out. Run by the build.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** As in src/embedded-models.ts; a test compares them. */
const models = ['fashion-small', 'fashion-nano']

const packages = fileURLToPath(new URL('../', import.meta.url))
const repository = join(packages, '../models')

copyModels(join(packages, 'web/models'))

function copyModels(folder) {
  const missing = models.flatMap((name) => filesOf(name).map((file) => join(repository, name, file))).filter((path) => !existsSync(path))
  if (missing.length > 0) {
    console.error(['These files of models are missing; train and export them first:', ...missing].join('\n'))
    process.exit(1)
  }
  for (const name of models) {
    mkdirSync(join(folder, name), { recursive: true })
    for (const file of filesOf(name)) copyChanged(join(repository, name, file), join(folder, name, file))
    writeManifest(name)
  }
}

/** The manifest and every file that it names. */
function filesOf(name) {
  const manifest = join(repository, name, 'manifest.json')
  if (!existsSync(manifest)) return ['manifest.json']
  const { file, files = {}, selfTest } = JSON.parse(readFileSync(manifest, 'utf8'))
  const named = [file, ...Object.values(files).map((form) => form.file), selfTest?.file]
  return ['manifest.json', ...named.filter((path) => path !== undefined)]
}

/** The manifest as a part of the code, as the pipeline completes it: a test compares them. */
function writeManifest(name) {
  const manifest = { dtype: 'fp32', ...JSON.parse(readFileSync(join(repository, name, 'manifest.json'), 'utf8')) }
  const text = `// Nothing in; the manifest of ${name}, written by copy-files.mjs from the one of models/, out.
import type { ModelManifest } from '@stylelens/core'

export const manifest: ModelManifest = ${JSON.stringify(manifest, null, 2)}
`
  const path = join(packages, 'web/src/manifests', `${name}.ts`)
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

function copyChanged(from, to) {
  if (!existsSync(to) || sha256(from) !== sha256(to)) copyFileSync(from, to)
}

function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
