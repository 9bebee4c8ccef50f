// The repository's models in; packages/node/models, which is published with the package, out. Run by the build.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As in src/embedded-models.ts; a test compares them. */
const names = ['fashion-small', 'fashion-nano']
const files = ['manifest.json', 'model.onnx']

const repository = new URL('../../models/', import.meta.url)
const published = new URL('./models/', import.meta.url)

const missing = names
  .flatMap((name) => files.map((file) => new URL(`${name}/${file}`, repository)))
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
  for (const file of files) copyFileSync(new URL(`${name}/${file}`, repository), new URL(`${name}/${file}`, published))
}
