// The builds of onnxruntime of an entry in; nothing out: this worker answers what its page asks of a classifier.
import { createClassifier, serveClassifier } from '@stylelens/core'
import { browserRuntime } from '../browser-runtime'
import type { EntryBuilds } from '../entry-builds'
import { workFor } from '../page-address'
import { isPageMessage } from './page-message'

/** The part of a dedicated worker's global scope that is used. */
interface WorkerScope {
  postMessage(message: unknown, transfer: readonly object[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export function serveWorker(builds: EntryBuilds): void {
  const scope = globalThis as unknown as WorkerScope
  const runtime = browserRuntime(builds)
  serveClassifier(
    {
      postMessage: (message, transfer) => scope.postMessage(message, transfer),
      onMessage: (listener) =>
        scope.addEventListener('message', ({ data }) => {
          if (isPageMessage(data)) workFor(data.stylelensPage)
          else listener(data)
        }),
    },
    (options) => createClassifier(runtime, options),
  )
}
