// Nothing in; what WebGPU lacks on Linux, where it is Vulkan that draws, out.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findLibrary } from './find-library'
import { isKnownToLoader } from './missing-libraries'
import type { MissingPart } from './missing-part'

const driverMend =
  'Install the Vulkan driver of the GPU, e.g. `sudo apt-get install mesa-vulkan-drivers` (AMD, Intel), or NVIDIA\'s ' +
  'own driver.'

/** Files that tell the loader of the drivers (Vulkan Loader, "Linux driver discovery"). */
function hasDriverFiles(configuration: string): boolean {
  const { VK_DRIVER_FILES, VK_ICD_FILENAMES, XDG_DATA_HOME, XDG_DATA_DIRS } = process.env
  // named there, they may be folders too; the loader judges them
  if (VK_DRIVER_FILES || VK_ICD_FILENAMES) return true
  const roots = [
    configuration,
    ...(XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':'),
    XDG_DATA_HOME || join(homedir(), '.local/share'),
  ]
  const folders = roots.map((root) => join(root, 'vulkan/icd.d'))
  return folders.some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.json')))
}

/** Without these the WebGPU library would complain on stderr, which nothing can silence. */
export function missingForVulkan(configuration = '/etc'): MissingPart | undefined {
  if (findLibrary('libvulkan.so.1') === undefined && !isKnownToLoader('libvulkan.so.1')) {
    return {
      missing: 'libvulkan.so.1',
      mend: `Install the Vulkan loader, e.g. \`sudo apt-get install libvulkan1\`. ${driverMend}`,
    }
  }
  if (hasDriverFiles(configuration)) return undefined
  return { missing: 'a Vulkan driver (no file in vulkan/icd.d)', mend: driverMend }
}
