// The http(s) address of a model in; its manifest and a way to its files, downloaded or from a cache, out.
import type { LoadModelOptions } from './load-model-options'
import { HttpFolder } from './download/http-folder'
import type { DownloadPlatform } from './download/network'
import { readModelAddress } from './model-address'
import type { ModelFiles } from './model-files'
import { openModelFolder } from './open-model-folder'

/**
 * @param address of a folder with manifest.json, of a manifest.json, or of a Hugging Face style folder
 * Errors: 'model-download', 'cache-failed', and those of `openModelFolder`.
 */
export async function openHttpModel(
  address: string,
  platform: DownloadPlatform,
  options: LoadModelOptions,
): Promise<ModelFiles> {
  const place = readModelAddress(address)
  const folder = new HttpFolder(place, platform, options)
  return openModelFolder(folder, (bytes) => platform.sha256(bytes), options, place.file)
}
