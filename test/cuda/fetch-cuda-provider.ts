// A version of onnxruntime in; the folder with its CUDA provider, from the Python wheel of that version, out.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../../training/cache-folder'
import { pip, python } from './run-python'

export type FetchedProvider = { readonly folder: string } | { readonly missing: string }

export const providerFiles = ['libonnxruntime_providers_cuda.so', 'libonnxruntime_providers_shared.so']

/** `python -c SCRIPT WHEEL FOLDER NAME...`: takes files out of the wheel, which is a ZIP. */
const unpack = `
import os, sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
for name in sys.argv[3:]:
    with open(os.path.join(sys.argv[2], name), "wb") as file:
        file.write(wheel.read("onnxruntime/capi/" + name))`

/**
 * npm's package downloads its provider from NuGet, built for CUDA 12; the wheel onnxruntime-gpu on PyPI (250 MB)
 * carries one that the same binding loads, built for CUDA 13. Downloaded once, into the cache.
 */
export async function fetchCudaProvider(version: string): Promise<FetchedProvider> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'CUDA is for Linux x64' }
  const folder = join(cacheFolder('cuda-provider'), version)
  if (existsSync(folder)) return { folder }
  const partial = `${folder}.${process.pid}`
  await mkdir(partial, { recursive: true })
  try {
    const wheel = ['download', '--quiet', '--no-deps', '--only-binary=:all:', `onnxruntime-gpu==${version}`]
    const failure = await pip(wheel, partial)
    if (failure !== undefined) return { missing: `onnxruntime-gpu ${version} cannot be downloaded: ${failure}` }
    const [name = ''] = await readdir(partial)
    const { code, stderr } = await python(['-c', unpack, name, '.', ...providerFiles], partial)
    if (code !== 0) return { missing: `${name} cannot be unpacked: ${stderr}` }
    await rm(join(partial, name))
    await rename(partial, folder)
    return { folder }
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
