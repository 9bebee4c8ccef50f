// onnxruntime-node without the libraries of its CUDA provider in; the CPU, and the command that brings them, out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyOnnxruntime } from '../cuda/copy-onnxruntime'
import { expectFallBack } from '../cuda/expect-fall-back'
import { runFallBack } from '../cuda/run-fall-back'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'

const isLinux = process.platform === 'linux' && process.arch === 'x64'
const present = available('cuda', isLinux, 'onnxruntime-node has CUDA on Linux x64 only')
const folder = temporaryFolder()

const command = /ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node/

it.skipIf(!present)('where the download was left out, both libraries are named with their folder', async () => {
  const copy = copyOnnxruntime(folder)
  const answer = await runFallBack(copy.folder)
  expectFallBack(answer, {
    missing: /libonnxruntime_providers_cuda\.so and libonnxruntime_providers_shared\.so in /,
    mend: command,
  })
  expect(answer.backend.fellBackFrom[0]?.message).toContain(copy.binaries)
})

it.skipIf(!present)('where the download was cut short, that is told', async () => {
  const copy = copyOnnxruntime(join(folder, 'cut-short'))
  for (const name of ['cuda', 'shared']) {
    writeFileSync(join(copy.binaries, `libonnxruntime_providers_${name}.so`), '\x7fELF')
  }
  const answer = await runFallBack(copy.folder)
  expectFallBack(answer, { missing: /a whole libonnxruntime_providers_cuda\.so/, mend: command })
})
