// Nothing in; the workers of this platform, each a thread of its own, out.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { EncodedSource, WorkerPlatform } from '@stylelens/core'
import { RunGuard } from './worker/run-guard'
import type { ThreadData } from './worker/thread-data'
import { threadHandle } from './worker/thread-handle'
import { toTransferable } from './worker/to-transferable'

// Beyond that, memory and decoding hold up a pool more than processors do.
const mostByDefault = 4

/** Lies beside this file in the sources and beside index in dist/, so that one address serves ESM and CommonJS. */
const entry = new URL('./worker-entry.mjs', import.meta.url)

export const threadPlatform: WorkerPlatform<EncodedSource> = {
  defaultSize: () => Math.max(1, Math.min(mostByDefault, availableParallelism() - 1)),
  startWorker(workers) {
    // native code reads the environment of the process itself: what a worker sets is only its own copy
    process.env['ORT_DISABLE_TELEMETRY'] ??= '1'
    const guard = new RunGuard()
    const workerData: ThreadData = { memory: guard.memory, workers }
    return threadHandle(new Worker(entry, { name: 'stylelens', env: process.env, workerData }), guard)
  },
  toTransferable,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
}
