// A folder in; an environment with a graphics driver that is a program, unpacked there, or why there is none, out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export type Swiftshader = { readonly environment: Readonly<Record<string, string>> } | { readonly missing: string }

const chromium = '@sparticuz/chromium'

/**
 * SwiftShader draws on the CPU what a GPU would, Vulkan and so WebGPU included. The npm package of Chromium carries it,
 * with the loader of Vulkan, for Linux on x64.
 */
export function unpackSwiftshader(folder: string): Swiftshader {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `SwiftShader is for linux x64 here, and this is ${process.platform} ${process.arch}` }
  }
  const archive = findArchive()
  if (archive === undefined) return { missing: `${chromium} is not installed` }
  mkdirSync(folder, { recursive: true })
  const input = brotliDecompressSync(readFileSync(archive))
  const { status, error } = spawnSync('tar', ['-x', '-C', folder], { input })
  const driver = join(folder, 'vk_swiftshader_icd.json')
  if (status !== 0 || !existsSync(driver)) {
    return { missing: `its archive was not unpacked (${error?.message ?? status})` }
  }
  return { environment: { VK_ICD_FILENAMES: driver, VK_DRIVER_FILES: driver, LD_LIBRARY_PATH: folder } }
}

function findArchive(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(chromium) // .../build/cjs/index.cjs
    const archive = join(dirname(main), '../../bin/swiftshader.tar.br')
    return existsSync(archive) ? archive : undefined
  } catch {
    return undefined
  }
}
