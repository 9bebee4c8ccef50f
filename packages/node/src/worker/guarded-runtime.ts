// The platform of a classifier in; the same for a worker, whose thread never ends amid native code, out.
import type { Runtime, Session } from '@stylelens/core'
import type { RunGuard } from './run-guard'

export function guardedRuntime<Source, ModelSource>(
  runtime: Runtime<Source, ModelSource>,
  guard: RunGuard,
  workers: number,
): Runtime<Source, ModelSource> {
  return {
    ...runtime,
    // each worker has its share of the processors
    hardwareThreads: () => Math.max(1, Math.floor((runtime.hardwareThreads?.() ?? 1) / workers)),
    createSession: (model, options) =>
      guard.run(async () => guardSession(await runtime.createSession(model, options), guard)),
  }
}

function guardSession(session: Session, guard: RunGuard): Session {
  return {
    ...session,
    run: (inputName, input, outputNames) => guard.run(() => session.run(inputName, input, outputNames)),
    release: () => guard.run(() => session.release()),
  }
}
