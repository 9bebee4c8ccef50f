// onnxruntime-web as npm installed it in; of it what each package needs, unchanged, in its runtime/ folder out.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fromRoot } from './root.mjs'

/** As in open-onnxruntime.ts of node and the tables of builds of the others; tests compare. */
const files = {
  node: ['ort.node.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'],
  web: [
    'ort.wasm.bundle.min.mjs',
    'ort-wasm-simd-threaded.wasm',
    'ort.jspi.bundle.min.mjs',
    'ort-wasm-simd-threaded.jspi.wasm',
  ],
  'web-asyncify': ['ort.webgpu.bundle.min.mjs', 'ort-wasm-simd-threaded.asyncify.wasm'],
}

const source = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'))

for (const [name, wanted] of Object.entries(files)) copyRuntime(fromRoot(`packages/${name}/runtime`), wanted)

/** SHA256SUMS is in the form that `sha256sum --check` reads. */
function copyRuntime(folder, names) {
  const sums = names.map((name) => `${sha256(join(source, name))}  ${name}\n`).join('')
  const list = join(folder, 'SHA256SUMS')
  const isThere = existsSync(list) && readFileSync(list, 'utf8') === sums
  if (isThere && names.every((name) => existsSync(join(folder, name)))) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of names) copyFileSync(join(source, name), join(folder, name))
  writeFileSync(list, sums)
  writeFileSync(join(folder, 'LICENSE'), licence())
}

function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** onnxruntime-web's own package carries no file with it. */
function licence() {
  const { version } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8'))
  return `These files are onnxruntime-web ${version} by Microsoft, unchanged
(https://github.com/microsoft/onnxruntime, MIT License):

${readFileSync(fromRoot('setup/onnxruntime-licence.txt'), 'utf8')}`
}
