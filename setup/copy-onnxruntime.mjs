// onnxruntime-web as npm installed it in; of it what each package needs, in its runtime/ folder out.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
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
  const contents = new Map(names.map((name) => [name, contentOf(join(source, name))]))
  const sums = names.map((name) => `${sha256(contents.get(name))}  ${name}\n`).join('')
  const list = join(folder, 'SHA256SUMS')
  const isThere = existsSync(list) && readFileSync(list, 'utf8') === sums
  if (isThere && names.every((name) => existsSync(join(folder, name)))) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of contents) writeFileSync(join(folder, name), content)
  writeFileSync(list, sums)
  writeFileSync(join(folder, 'LICENSE'), licence())
}

/**
 * As it is; but what imports onnxruntime-common gets one of its own inside: two onnxruntime-web in one process cannot
 * both register with the same one, and the application may have its own.
 */
function contentOf(path) {
  const content = readFileSync(path)
  if (!content.includes('from"onnxruntime-common"')) return content
  const options = { bundle: true, minify: true, format: 'esm', platform: 'node', legalComments: 'inline', write: false }
  return Buffer.from(buildSync({ ...options, entryPoints: [path], logLevel: 'error' }).outputFiles[0].contents)
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}

/** onnxruntime-web's own package carries no file with it. */
function licence() {
  const { version } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8'))
  return `These files are onnxruntime-web ${version} by Microsoft, unchanged but that ort.node.min.mjs, where it is here, has
onnxruntime-common inside (https://github.com/microsoft/onnxruntime, MIT License):

${readFileSync(fromRoot('setup/onnxruntime-licence.txt'), 'utf8')}`
}
