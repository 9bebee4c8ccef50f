// A worker thread in; the caller's end of its channel, as core knows it, out.
import type { WorkerHandle } from '@stylelens/core'
import type { TransferListItem, Worker } from 'node:worker_threads'
import { guardExit } from './guard-exit'
import type { RunGuard } from './run-guard'

export function threadHandle(worker: Worker, guard: RunGuard): WorkerHandle {
  worker.on('exit', guardExit(guard))
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer as TransferListItem[]),
    onMessage: (listener) => void worker.on('message', listener),
    onEnd(listener) {
      let ended = false
      const end = (reason: unknown) => {
        if (!ended) listener(reason)
        ended = true
      }
      // an error that nobody caught comes before the exit, and says more
      worker.on('error', end)
      worker.on('messageerror', end)
      worker.on('exit', (code) => end(new Error(`The worker thread exited with code ${code}.`)))
    },
    keepAlive: (busy) => (busy ? worker.ref() : worker.unref()),
    async terminate() {
      guard.stop()
      await guard.quiet()
      await worker.terminate()
    },
  }
}
