// A file that lies beside the code, of which the digest is known: what is asked of it, and whether some bytes are it.
import type { LoadModelOptions } from '@stylelens/core'
import { hasSubtle, sha256 } from './sha256'

export interface BesideFile {
  readonly address: string
  /** Names the file in messages. */
  readonly name: string
  readonly bytes: number
  /** 64 hexadecimal digits, in small letters. */
  readonly sha256: string
  readonly phase: 'model' | 'runtime'
}

export type BesideOptions = Pick<LoadModelOptions, 'cache' | 'timeout' | 'onProgress' | 'signal'>

/** Where the browser takes no digest, 14 MB in JavaScript would cost more than they save: the length must do. */
export async function isRight(file: BesideFile, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length !== file.bytes) return false
  return (file.phase === 'runtime' && !hasSubtle()) || (await sha256(bytes)) === file.sha256
}

/** What a first attempt has come to: bytes, or why there are none. Undefined: there was none. */
export type FirstAttempt = Uint8Array | { readonly problem: unknown } | undefined
