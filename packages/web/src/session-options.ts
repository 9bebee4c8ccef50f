// What the pipeline asks of a session in; a fresh options object for onnxruntime, which writes into it, out.
import type { SessionOptions } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import type { GpuDevice } from './gpu-device'

type Plain = Record<string, unknown>

const asPlain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? { ...value } : {})

/** Session creation then fails if any operator would land on the CPU. Undocumented, and holds in all builds. */
function withoutCpuFallback(extra: unknown): Plain {
  const { session, ...others } = asPlain(extra)
  return { ...others, session: { ...asPlain(session), disable_cpu_ep_fallback: '1' } }
}

export function buildSessionOptions(
  { candidate, strict, sessionOptions }: SessionOptions,
  device?: GpuDevice,
): InferenceSession.SessionOptions {
  const { powerPreference: _, forceFallbackAdapter: __, ...ofProvider } = candidate.options
  const extra = strict && candidate.name !== 'wasm' ? { extra: withoutCpuFallback(sessionOptions['extra']) } : {}
  const provider = { ...ofProvider, ...(device !== undefined && { device }), name: candidate.name }
  return {
    ...sessionOptions,
    ...extra,
    executionProviders: [provider as InferenceSession.ExecutionProviderConfig],
  }
}
