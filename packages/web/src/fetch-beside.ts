// A file that lies beside the code, of which the digest is known, in; its bytes, or what came instead, out.
import { fetchKnownFile, GuardedCache, loadPart } from '@stylelens/core'
import type { KnownAnswer, KnownFile, LoadModelOptions } from '@stylelens/core'
import { delay } from './delay'
import { madeUpAddress, modelCache } from './model-cache'
import { hasSubtle, sha256 } from './sha256'

export type BesideFile = Omit<KnownFile, 'key'>

const network = {
  // what lies beside the code is fetched as the code is: `fetch` of the options is for models that lie elsewhere
  fetch: (address: string, init: RequestInit) => fetch(address, init),
  makeAbort: () => new AbortController(),
  delay,
}

/** Where the browser takes no digest, 14 MB in JavaScript would cost more than they save: the length must do. */
const digestOf = ({ phase, sha256: known }: BesideFile) =>
  phase === 'runtime' && !hasSubtle() ? async () => known : sha256

/** Kept under its digest: a new version is another file. Errors: 'cache-failed', 'model-unsupported', 'aborted'. */
export async function fetchBeside(
  file: BesideFile,
  options: Pick<LoadModelOptions, 'cache' | 'timeout' | 'onProgress' | 'signal'>,
): Promise<KnownAnswer> {
  // small files may have been put into the code as data: addresses
  if (/^data:/i.test(file.address)) {
    const { readDataAddress } = await loadPart(() => import('./read-data-address'))
    return { kind: 'file', bytes: readDataAddress(file.address), etag: null }
  }
  const digest = digestOf(file)
  const key = madeUpAddress(`${encodeURIComponent(file.name)}?sha256=${file.sha256}`)
  const cache = new GuardedCache(modelCache(options.cache), options.cache, digest)
  return fetchKnownFile({ ...file, key }, cache, { ...network, sha256: digest }, { ...options, fetch: undefined })
}
