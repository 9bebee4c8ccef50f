// The parts of onnxruntime-web that the build put into the packages in; proof that they are whole and licensed out.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-files'

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe.each(['node', 'web', 'web-asyncify'])('packages/%s/runtime', (name) => {
  const folder = join(root, 'packages', name, 'runtime')
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.split('  '))

  it('holds the listed files with their licence, and nothing else', () => {
    expect(sums.map(([, file]) => file).concat('LICENSE', 'SHA256SUMS').sort()).toEqual(readdirSync(folder).sort())
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toMatch(/onnxruntime-web 1\.30\.0[^]*MIT License/)
  })

  it.each(sums)('has %s of %s', (digest, file) => expect(sha256(join(folder, file))).toBe(digest))
})

it('is the same WebAssembly in Node as in browsers', () => {
  const [node, web] = ['node', 'web'].map((name) => join(root, 'packages', name, 'runtime/ort-wasm-simd-threaded.wasm'))
  expect(sha256(node)).toBe(sha256(web))
})
