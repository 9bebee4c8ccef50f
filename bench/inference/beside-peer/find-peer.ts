// Nothing in; whether the peer is installed, and how it is, out.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const installed = new URL('../../peers/node_modules/@huggingface/transformers/package.json', import.meta.url)

export const hasPeer = (): boolean => existsSync(fileURLToPath(installed))

/** Its own folder and lockfile: no part of the workspaces. `--ignore-scripts`: the CPU needs no download. */
export const howToInstallPeer = '@huggingface/transformers is not installed, so its columns are left out. '
  + 'To install it (470 MB, in bench/peers only): npm ci --prefix bench/peers --ignore-scripts'
