// A provider of onnxruntime-node in; what it lacks on this machine, told without starting it, out.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ExecutionProviderName } from '@stylelens/core'
import { missingLibraries } from './missing-libraries'
import type { MissingPart } from './missing-part'
import { tooOldDriver } from './nvidia-driver'
import { cudaMajor, describeMissing } from './nvidia-libraries'
import { readElf } from './read-elf'
import { missingForVulkan } from './vulkan'

/** Providers of Linux that lie in a library of their own, and what these load by name when they start. */
const providerLibraries: Partial<Record<ExecutionProviderName, { readonly file: string; readonly loads: string[] }>> = {
  cuda: { file: 'libonnxruntime_providers_cuda.so', loads: ['libcudnn.so.9'] },
  tensorrt: { file: 'libonnxruntime_providers_tensorrt.so', loads: [] },
}

const sharedLibrary = 'libonnxruntime_providers_shared.so'

/** The install step of onnxruntime-node, asked for by name: it then runs wherever the packages come from. */
const download =
  'Run `ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false`, which downloads it ' +
  'from NuGet, built for CUDA 12 and cuDNN 9; the CPU needs none of it.'

/** @param folder that of onnxruntime-node's libraries; undefined where it is not known. */
export function missingForProvider(name: ExecutionProviderName, folder: string | undefined): MissingPart | undefined {
  if (process.platform !== 'linux') return undefined
  if (name === 'webgpu') return missingForVulkan()
  const library = providerLibraries[name]
  if (library === undefined || folder === undefined) return undefined
  const absent = [library.file, sharedLibrary].filter((file) => !existsSync(join(folder, file)))
  if (absent.length > 0) return { missing: `${absent.join(' and ')} in ${folder}`, mend: download }
  const path = join(folder, library.file)
  if (readElf(path) === undefined) {
    return { missing: `a whole ${library.file}: that in ${folder} is damaged`, mend: download }
  }
  const cuda = cudaOf(path)
  const missing = missingLibraries(path, library.loads)
  return missing.length > 0 ? describeMissing(missing, cuda) : tooOldDriver(cuda)
}

/** The version of CUDA that the CUDA provider beside the binding was built for. */
export function cudaOf(provider: string): string {
  return cudaMajor(readElf(provider)?.needed ?? [])
}
