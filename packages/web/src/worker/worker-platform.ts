// A way to start a worker script in; the workers of a browser, as core knows them, out.
import type { WorkerHandle, WorkerPlatform } from '@stylelens/core'
import type { WebSource } from '../image-source'
import { pageAddress } from '../page-address'
import type { PageMessage } from './page-message'
import { toTransferable } from './to-transferable'

export { createWorkerClassifier } from '@stylelens/core'

function workerHandle(worker: Worker): WorkerHandle {
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer as Transferable[]),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onEnd(listener) {
      let ended = false
      const end = (reason: unknown) => {
        if (!ended) listener(reason)
        ended = true
      }
      worker.addEventListener('error', (event) => {
        // told to the caller, so not to the console
        event.preventDefault()
        const unloaded = 'its script cannot be loaded; worker-src of the page\'s CSP must allow it'
        end(event.error ?? new Error(event.message || unloaded))
      })
      worker.addEventListener('messageerror', () => end(new Error('A message could not be read.')))
    },
    terminate: async () => worker.terminate(),
  }
}

/** One worker is enough to keep the page free; every further one holds onnxruntime and the model once more. */
export function workerPlatform(start: () => Worker): WorkerPlatform<WebSource> {
  return {
    defaultSize: () => 1,
    startWorker() {
      const worker = start()
      const message: PageMessage = { stylelensPage: pageAddress() ?? '' }
      worker.postMessage(message)
      return workerHandle(worker)
    },
    toTransferable,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  }
}
