// The repository's models in; packages/node/models, which is published, and src/embedded-digests.ts out.
// Run by the build.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As in src/embedded-models.ts; a test compares them. */
const names = ['fashion-small', 'fashion-nano']

const repository = new URL('../../models/', import.meta.url)
const published = new URL('./models/', import.meta.url)
const digestFile = new URL('./src/embedded-digests.ts', import.meta.url)

/** The manifest and every file that it names. */
function filesOf(name) {
  const manifest = new URL(`${name}/manifest.json`, repository)
  if (!existsSync(manifest)) return ['manifest.json']
  const { file, files = {}, selfTest } = JSON.parse(readFileSync(manifest, 'utf8'))
  return [
    'manifest.json',
    ...new Set([file, ...Object.values(files).map((entry) => entry.file), selfTest?.file]),
  ].filter((path) => path !== undefined)
}

const missing = names
  .flatMap((name) => filesOf(name).map((file) => new URL(`${name}/${file}`, repository)))
  .filter((file) => !existsSync(file))
if (missing.length > 0) {
  console.error(
    [
      'These files of models are missing; train and export them first:',
      ...missing.map((file) => fileURLToPath(file)),
    ].join('\n'),
  )
  process.exit(1)
}

rmSync(published, { recursive: true, force: true })
for (const name of names) {
  mkdirSync(new URL(`${name}/`, published), { recursive: true })
  for (const file of filesOf(name))
    copyFileSync(new URL(`${name}/${file}`, repository), new URL(`${name}/${file}`, published))
}

const digests = names.map((name) => {
  const bytes = readFileSync(new URL(`${name}/manifest.json`, repository))
  return `  '${name}': '${createHash('sha256').update(bytes).digest('hex')}',`
})
writeFileSync(
  digestFile,
  `// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
${digests.join('\n')}
} as const
`,
)
