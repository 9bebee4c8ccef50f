// A file that lies beside the code in; its bytes, from the cache or the server and of the digest that is known, out.
import { ClassifierError, messageOf, notify, throwIfAborted } from '@stylelens/core'
import type { CacheOption, ModelCache } from '@stylelens/core'
import { isRight } from './beside-file'
import type { BesideFile, BesideOptions, FirstAttempt } from './beside-file'
import { fetchBytes } from './fetch-bytes'
import { loadOtherFiles } from './load-other-files'
import { madeUpAddress, modelCache } from './model-cache'

/** A cache is a convenience: where it fails, and nobody asks about that, the file is fetched as if there were none. */
async function guard<Value>(
  what: 'read' | 'write to',
  option: CacheOption | undefined,
  work: (cache: ModelCache) => Promise<Value>,
): Promise<Value | undefined> {
  const cache = modelCache(option)
  try {
    return cache && (await work(cache))
  } catch (cause) {
    if (typeof option === 'object' && 'store' in option) (await loadOtherFiles()).tellCacheFailure(what, cause, option)
    return undefined
  }
}

function fetchOnce({ address, bytes, phase }: BesideFile, options: BesideOptions): Promise<Uint8Array> {
  const { signal, timeout, onProgress } = options
  const tell = (loaded: number, announced: number | null) => {
    const total = [announced, bytes].find((length) => length !== null && loaded <= length) ?? null
    notify(onProgress, { phase, loaded, total })
  }
  return fetchBytes(address, { signal, timeout, renews: true, maxBytes: Infinity, tell })
}

/** Small files may have been put into the code as data: addresses, which a CSP may forbid to fetch. */
const isData = ({ address }: BesideFile) => /^data:/i.test(address)

/** Kept under its digest: a new version is another file. Errors: those of `fetchAgain`, 'cache-failed', 'aborted'. */
export async function fetchBeside(file: BesideFile, options: BesideOptions): Promise<Uint8Array> {
  const key = madeUpAddress(`${encodeURIComponent(file.name)}?sha256=${file.sha256}`)
  const kept = await guard('read', options.cache, (cache) => cache.match(key))
  if (kept && (await isRight(file, kept.bytes))) return kept.bytes
  const came = isData(file) ? undefined : await fetchOnce(file, options).catch((problem: unknown) => ({ problem }))
  throwIfAborted(options.signal)
  const isWhole = came instanceof Uint8Array && (await isRight(file, came))
  const bytes = isWhole ? came : await fetchMore(file, options, came)
  await guard('write to', options.cache, (cache) => cache.put(key, { bytes, sha256: file.sha256, etag: null }))
  return bytes
}

async function fetchMore(file: BesideFile, options: BesideOptions, came: FirstAttempt): Promise<Uint8Array> {
  const { fetchAgain } = await loadOtherFiles().catch((missing: unknown) => {
    // what keeps the first attempt from the network keeps this part from it too
    const cause = came && 'problem' in came ? came.problem : missing
    const code = file.phase === 'model' ? 'model-download' : 'wasm-missing'
    throw new ClassifierError(code, `${file.name} cannot be downloaded: ${messageOf(cause)}.`, { cause })
  })
  return fetchAgain(file, options, came)
}
