// All of NVIDIA's libraries and drivers that are none in; the true failures of CUDA, each ending on the CPU, out.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLibrary } from '../../packages/node/src/native/find-library'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { buildDriverStub } from './build-driver-stub'
import { copyOnnxruntime } from './copy-onnxruntime'
import { expectFallBack } from './expect-fall-back'
import { fetchCudaLibraries } from './fetch-cuda-libraries'
import { fetchCudaProvider, providerFiles } from './fetch-cuda-provider'
import { runFallBack } from './run-fall-back'

const folder = temporaryFolder()

interface Bench {
  readonly package: string
  readonly libraries: readonly string[]
}

async function prepare(): Promise<Bench | { readonly missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'CUDA is for Linux x64' }
  if (findLibrary('libcuda.so.1') !== undefined) return { missing: 'this machine has a driver of its own' }
  const stub = (await buildDriverStub(join(folder, 'none'))) ?? (await buildDriverStub(join(folder, 'cuda-13'), 13_000))
  if (stub !== undefined) return { missing: stub }
  const copy = copyOnnxruntime(folder)
  const [provider, libraries] = [await fetchCudaProvider(copy.version), await fetchCudaLibraries()]
  if ('missing' in provider) return provider
  if ('missing' in libraries) return libraries
  for (const file of providerFiles) symlinkSync(join(provider.folder, file), join(copy.binaries, file))
  return { package: copy.folder, libraries: libraries.folders }
}

const bench = await prepare()
const present = available('cuda', !('missing' in bench), 'missing' in bench ? bench.missing : '')
const run = (folders: (libraries: readonly string[]) => readonly string[]) => {
  if ('missing' in bench) throw new Error(bench.missing)
  return runFallBack(bench.package, folders(bench.libraries))
}

describe.skipIf(!present)('CUDA 13, all but one thing being there', () => {
  it('no driver: its library is named', async () => {
    const answer = await run((libraries) => libraries)
    const mend = /580\.65\.06 or newer.*ubuntu-drivers/
    expectFallBack(answer, { missing: /lacks libcuda\.so\.1\.|^libcuda\.so\.1$/, mend })
  })

  it('no cuDNN: its library is named, with its package', async () => {
    // a copy of the folders without it: libraries of one package lie in one folder
    const others = (libraries: readonly string[]) => libraries.filter((path) => !path.includes('cudnn'))
    const answer = await run((libraries) => [...others(libraries), join(folder, 'none')])
    expectFallBack(answer, { missing: /libcudnn\.so\.9/, mend: /"nvidia-cudnn-cu13==9\.\*"/ })
    expect(answer.backend.fellBackFrom[0]?.message).not.toMatch(/libcublas|libcuda\.so/)
  })

  it('a driver that is too old: the true CUDA failure 35', async () => {
    const answer = await run((libraries) => [...libraries, join(folder, 'none')])
    expectFallBack(answer, { missing: /an NVIDIA driver 580\.65\.06 or newer, for CUDA 13/, mend: /nvidia-smi/ })
    expect(answer.backend.fellBackFrom[0]?.message).toContain(
      'onnxruntime says: CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version.',
    )
  })

  it('a driver without a GPU: the true CUDA failure 100', async () => {
    const answer = await run((libraries) => [...libraries, join(folder, 'cuda-13')])
    expectFallBack(answer, { missing: /an NVIDIA GPU that this process may use/, mend: /CUDA_VISIBLE_DEVICES/ })
    expect(answer.backend.fellBackFrom[0]?.message).toContain('CUDA failure 100: no CUDA-capable device is detected.')
  })
})
