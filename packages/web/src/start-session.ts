// An opened onnxruntime, a model and its options in; a session that has started, as the pipeline runs it, out.
import type { Session, SessionOptions } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { loadUnusualStart } from './load-unusual-start'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { noteStarted, settle } from './open-onnxruntime'
import type { OpenOnnxruntime } from './open-onnxruntime'
import { severityOf } from './severity-of'
import { wrapSession } from './wrap-session'
import type { Guard } from './wrap-session'

/**
 * To be called in turn.
 * @param chosen a fresh object: onnxruntime writes into it. One execution provider at a time: of a list onnxruntime
 * does not tell which one it took.
 */
export async function startSession(
  opened: OpenOnnxruntime,
  build: OnnxruntimeBuild,
  model: Uint8Array,
  { candidate, threads, logLevel }: SessionOptions,
  chosen: InferenceSession.SessionOptions,
  guard?: Guard,
): Promise<Session> {
  const { onnxruntime } = opened
  settle(onnxruntime, threads, logLevel)
  try {
    const logSeverityLevel = severityOf(logLevel)
    const session = await onnxruntime.InferenceSession.create(model, { logSeverityLevel, ...chosen })
    noteStarted(build, onnxruntime)
    const { versions, wasm } = onnxruntime.env
    const runtimeVersion = versions.web ?? versions.common
    const facts = { runtime: 'onnxruntime-web', runtimeVersion, threads: wasm.numThreads ?? 1 } as const
    return wrapSession(opened, session, facts, guard)
  } catch (error) {
    const { explainStart } = await loadUnusualStart()
    throw explainStart(error, candidate.name)
  }
}
