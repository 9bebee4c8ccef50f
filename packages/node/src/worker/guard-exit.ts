// The guards of workers that live in; nothing out: when the process ends, it first lets their native calls end.
import type { RunGuard } from './run-guard'

const guards = new Set<RunGuard>()

/** To be called when the worker is there no more: what is returned. */
export function guardExit(guard: RunGuard): () => void {
  if (guards.size === 0) process.on('exit', quietAll)
  guards.add(guard)
  return () => {
    if (guards.delete(guard) && guards.size === 0) process.off('exit', quietAll)
  }
}

function quietAll(): void {
  for (const guard of guards) guard.stop()
  for (const guard of guards) guard.waitUntilQuiet()
}
