// A file whose digest is known in; its bytes, from the cache without a question or downloaded and kept, out.
import { downloadFile } from './download-file'
import type { Downloaded, DownloadOptions, DownloadRequest } from './download-request'
import type { GuardedCache } from './guarded-cache'
import type { DownloadPlatform } from './network'

export interface KnownFile extends Omit<DownloadRequest, 'etag'> {
  /** Its address in the cache. */
  readonly key: string
  readonly bytes: number
  /** 64 hexadecimal digits, in small letters. */
  readonly sha256: string
}

/** 'other': bytes that are not those of the file. They are not kept; the caller knows what they mean. */
export type KnownAnswer = Downloaded | { readonly kind: 'other'; readonly bytes: Uint8Array }

export async function fetchKnownFile(
  file: KnownFile,
  cache: GuardedCache,
  platform: Pick<DownloadPlatform, 'fetch' | 'makeAbort' | 'delay' | 'sha256'>,
  options: DownloadOptions,
): Promise<KnownAnswer> {
  const { key, sha256 } = file
  const cached = await cache.match(key)
  if (cached?.sha256 === sha256) return { kind: 'file', bytes: cached.bytes, etag: cached.etag }
  const answer = await downloadFile(platform, { ...file, etag: null }, options)
  if (answer.kind !== 'file') return answer
  const { bytes } = answer
  if (bytes.length !== file.bytes || (await platform.sha256(bytes)) !== sha256) return { kind: 'other', bytes }
  await cache.put(key, { bytes, sha256, etag: answer.etag })
  return answer
}
