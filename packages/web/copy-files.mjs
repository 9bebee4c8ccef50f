// The repository's models and onnxruntime-web in; models/ and runtime/ of the packages, and src/manifests/, out.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** As in src/embedded-models.ts; a test compares them. */
const models = ['fashion-small', 'fashion-nano']
const modelFiles = ['manifest.json', 'model.onnx', 'golden.json']

/** As in the tables of builds of each package; a test compares them. */
const runtimes = {
  web: [
    'ort.wasm.bundle.min.mjs',
    'ort-wasm-simd-threaded.wasm',
    'ort.jspi.bundle.min.mjs',
    'ort-wasm-simd-threaded.jspi.wasm',
  ],
  'web-asyncify': ['ort.webgpu.bundle.min.mjs', 'ort-wasm-simd-threaded.asyncify.wasm'],
}

const packages = fileURLToPath(new URL('../', import.meta.url))
const repository = join(packages, '../models')
const onnxruntime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'))
const { version } = JSON.parse(readFileSync(join(onnxruntime, '../package.json'), 'utf8'))

copyModels(join(packages, 'web/models'))
for (const [name, files] of Object.entries(runtimes)) copyRuntime(join(packages, name, 'runtime'), files)

function copyModels(folder) {
  const missing = models.flatMap((name) => modelFiles.map((file) => join(repository, name, file))).filter((path) => !existsSync(path))
  if (missing.length > 0) {
    console.error(['These files of models are missing; train and export them first:', ...missing].join('\n'))
    process.exit(1)
  }
  for (const name of models) {
    mkdirSync(join(folder, name), { recursive: true })
    for (const file of modelFiles) copyChanged(join(repository, name, file), join(folder, name, file))
    writeManifest(name)
  }
}

/** SHA256SUMS is in the form that `sha256sum --check` reads. */
function copyRuntime(folder, files) {
  const sums = files.map((file) => `${sha256(join(onnxruntime, file))}  ${file}\n`).join('')
  const list = join(folder, 'SHA256SUMS')
  const isThere = existsSync(list) && readFileSync(list, 'utf8') === sums
  if (isThere && files.every((file) => existsSync(join(folder, file)))) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of files) copyFileSync(join(onnxruntime, file), join(folder, file))
  writeFileSync(list, sums)
  writeFileSync(join(folder, 'LICENSE'), licence())
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

/** onnxruntime-web's own package carries no file with it. */
function licence() {
  return `These files are onnxruntime-web ${version} by Microsoft, unchanged
(https://github.com/microsoft/onnxruntime, MIT License):

${readFileSync(new URL('onnxruntime-licence.txt', import.meta.url), 'utf8')}`
}
