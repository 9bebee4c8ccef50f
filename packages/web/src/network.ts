// Nothing in; what core needs of a browser in order to download models and to keep them out.
import type { DownloadPlatform } from '@stylelens/core'
import { delay } from './delay'
import { modelCache } from './model-cache'
import { sha256 } from './sha256'

export const network: DownloadPlatform = {
  sendsEtags: false,
  fetch: (address, init) => fetch(address, init),
  makeAbort: () => new AbortController(),
  delay,
  sha256,
  openCache: modelCache,
}
