// Messages of the caller's thread in, the answers of a classifier that runs in this worker thread out.
import { parentPort, workerData } from 'node:worker_threads'
import { createClassifier, serveClassifier } from '@stylelens/core'
import { runtime } from './load-classifier'
import { guardedRuntime } from './worker/guarded-runtime'
import { RunGuard } from './worker/run-guard'
import type { ThreadData } from './worker/thread-data'

if (parentPort === null) throw new Error('This file is started by `createClassifier({ worker: true })` as a worker.')
const port = parentPort
const { memory, workers } = workerData as ThreadData
const guarded = guardedRuntime(runtime, new RunGuard(memory), workers)

serveClassifier(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer as ArrayBuffer[]),
    onMessage: (listener) => void port.on('message', listener),
  },
  (options) => createClassifier(guarded, options),
)
