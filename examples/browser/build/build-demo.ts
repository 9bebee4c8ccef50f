// A folder in; the page, ready to be served from it, out.
import { build } from 'vite'
import { compressFiles } from './compress-files'
import { pageConfig } from './page-config'

export interface DemoBuild {
  readonly folder: string
  /** False leaves out the Brotli forms: the page works without them. */
  readonly compress: boolean
}

export async function buildDemo({ folder, compress }: DemoBuild): Promise<void> {
  await build(pageConfig(folder))
  if (compress) await compressFiles(folder)
}
