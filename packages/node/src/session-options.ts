// What the pipeline asks of a session in; a fresh options object for onnxruntime out.
import type { SessionOptions } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { severityOf } from './log-levels'

type Plain = Record<string, unknown>

/** onnxruntime-node throws a TypeError at a key whose value is undefined. */
const withoutUndefined = (options: Readonly<Plain>): Plain =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))

const asPlain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? { ...value } : {})

/** Session creation then fails if any operator would land on the CPU. Undocumented, and holds in both packages. */
function withoutCpuFallback(extra: unknown): Plain {
  const { session, ...others } = asPlain(extra)
  return { ...others, session: { ...asPlain(session), disable_cpu_ep_fallback: '1' } }
}

/** One execution provider at a time: of a list onnxruntime does not tell which one it took. */
export function buildSessionOptions({
  candidate,
  strict,
  threads,
  sessionOptions,
  logLevel,
}: SessionOptions): InferenceSession.SessionOptions {
  const onCpu = candidate.name === 'cpu' || candidate.name === 'wasm'
  const own = withoutUndefined(sessionOptions)
  return {
    // a provider that cannot be had is reported by an error, and on stderr only where that is asked for
    logSeverityLevel: severityOf(logLevel),
    interOpNumThreads: 1,
    intraOpNumThreads: threads,
    ...own,
    ...(strict && !onCpu ? { extra: withoutCpuFallback(own['extra']) } : {}),
    executionProviders: [{ ...withoutUndefined(candidate.options), name: candidate.name }],
  }
}
