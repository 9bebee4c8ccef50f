// A file beside the code that did not come at the first attempt in; its bytes, or the typed error that says why, out.
import { downloadError, downloadFile, judgeStatus, messageOf, passing } from '@stylelens/core'
import { isRight } from './beside-file'
import type { BesideFile, BesideOptions, FirstAttempt } from './beside-file'
import { FetchProblem, longestTimeout } from './fetch-bytes'
import { missingModel, wrongModel } from './missing-model'
import { network } from './network'
import { readDataAddress } from './read-data-address'
import { sha256 } from './sha256'
import { wasmMissing } from './wasm-missing'
import { wrongWasm } from './wrong-wasm'

/** Attempts in all. */
const attempts = { model: 4, runtime: 3 }

/** Errors: 'model-not-found', 'model-download', 'model-integrity', 'wasm-missing', 'aborted'. */
export async function fetchAgain(file: BesideFile, options: BesideOptions, came: FirstAttempt): Promise<Uint8Array> {
  if (came === undefined) return readDataAddress(file.address)
  const bytes = came instanceof Uint8Array ? came : await download(file, options, came.problem)
  if (await isRight(file, bytes)) return bytes
  throw file.phase === 'runtime' ? wrongWasm(file, bytes) : wrongModel(file, bytes, await sha256(bytes))
}

function judge(problem: unknown, timeout: number) {
  if (!(problem instanceof FetchProblem)) return passing(messageOf(problem), problem)
  if (problem.response) return judgeStatus(problem.response)
  return passing(`nothing came for ${timeout} ms; raise \`timeout\` if that is expected`)
}

async function download(file: BesideFile, options: BesideOptions, problem: unknown): Promise<Uint8Array> {
  const first = judge(problem, options.timeout)
  const request = { ...file, maxBytes: Infinity, etag: null, attempts: attempts[file.phase] }
  const timeout = Math.min(options.timeout, longestTimeout)
  const answer = await downloadFile(network, request, { ...options, timeout, fetch: undefined }, first)
  if (answer.kind === 'file') return answer.bytes
  const { reason, cause } = 'reason' in answer ? answer : { reason: 'nothing came', cause: undefined }
  if (file.phase === 'runtime') throw wasmMissing(file.address, reason, cause)
  throw answer.kind === 'absent' ? missingModel(file.name) : downloadError(file.name, reason, cause)
}
