// Nothing in; the folders of NVIDIA's CUDA 13 and cuDNN 9 libraries from PyPI, in the cache, out.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../training/cache-folder'
import { pip } from './run-python'

export type FetchedLibraries = { readonly folders: readonly string[] } | { readonly missing: string }

/** What getCapabilities names for the provider of the wheel, and what cuDNN compiles with at run time: 2.1 GB. */
const packages = [
  'nvidia-cublas==13.*', 'nvidia-curand==10.*', 'nvidia-cuda-runtime==13.*', 'nvidia-cudnn-cu13==9.*',
  'nvidia-cufft==12.*', 'nvidia-cuda-nvrtc==13.*',
]

async function foldersWithLibraries(root: string): Promise<string[]> {
  const paths = await readdir(root, { recursive: true })
  const folders = paths.filter((path) => /\.so(\.\d+)*$/.test(path)).map((path) => join(root, dirname(path)))
  return [...new Set(folders)].sort()
}

/** Downloaded once; nothing is installed into the system. */
export async function fetchCudaLibraries(): Promise<FetchedLibraries> {
  const folder = cacheFolder('cuda-13-libraries')
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`
    await mkdir(partial, { recursive: true })
    const failure = await pip(['install', '--quiet', '--target', '.', ...packages], partial)
    if (failure === undefined) await rename(partial, folder)
    else {
      await rm(partial, { recursive: true, force: true })
      return { missing: `NVIDIA's libraries cannot be downloaded: ${failure}` }
    }
  }
  return { folders: await foldersWithLibraries(folder) }
}
