// onnxruntime-node with its CUDA provider on a machine without CUDA in; the CPU and the missing names out.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findLibrary } from '../../packages/node/src/native/find-library'
import { copyOnnxruntime } from '../cuda/copy-onnxruntime'
import { expectFallBack } from '../cuda/expect-fall-back'
import { fetchCudaProvider, providerFiles } from '../cuda/fetch-cuda-provider'
import { runFallBack } from '../cuda/run-fall-back'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'

const isLinux = process.platform === 'linux' && process.arch === 'x64'
const copy = isLinux ? copyOnnxruntime(temporaryFolder()) : undefined
const fetched = copy === undefined ? { missing: 'CUDA is for Linux x64' } : await fetchCudaProvider(copy.version)
const reason = 'missing' in fetched ? fetched.missing : 'this machine has CUDA 13 installed'
const lacksCuda = findLibrary('libcublasLt.so.13') === undefined
const present = available('cuda', 'folder' in fetched && lacksCuda, reason)

it.skipIf(!present)('names cuBLAS and all the others, with the packages that bring them', async () => {
  if (copy === undefined || 'missing' in fetched) return
  for (const file of providerFiles) symlinkSync(join(fetched.folder, file), join(copy.binaries, file))
  const answer = await runFallBack(copy.folder)
  expectFallBack(answer, {
    missing: /libcublasLt\.so\.13, libcublas\.so\.13, .*libcudart\.so\.13.*libcudnn\.so\.9/,
    mend: /pip install --target nvidia-libraries .*"nvidia-cublas==13\.\*".*"nvidia-cudnn-cu13==9.*LD_LIBRARY_PATH/,
  })
  expect(answer.backend.fellBackFrom[0]?.message).not.toContain('libc.so.6')
}, 300_000)
