// A platform, its workers and creation options in; a classifier whose work is done in those workers out.
import type { Classifier } from '../classifier'
import { resolveCreateOptions } from '../options/create-options'
import type { CreateClassifierOptions } from '../options/create-options'
import { resolveWorkerOptions } from '../options/worker-options'
import { throwIfAborted } from '../abort/throw-if-aborted'
import { WaitingRoom } from '../queue/waiting-room'
import type { Runtime } from '../runtime'
import { switchProviders } from './switch-providers'
import { WorkerClassifier } from './worker-classifier'
import { WorkerPool } from './worker-pool'
import type { WorkerPlatform } from './worker-port'
import { WorkerStarter } from './worker-starter'

/** What the caller's side needs of its runtime: nothing that decodes, loads or runs. */
export type CallerRuntime<Source, Video> = Pick<Runtime<Source, never, Video>,
  'defaultExecutionProviders' | 'autoExecutionProviders' | 'frames' | 'delay' | 'clock'>

/**
 * As `createClassifier`, with workers that each hold the model. `options.worker` says how many, and how many pictures
 * may wait for them; `true` is the platform's own number.
 * Errors: those of `createClassifier`, 'option-invalid' for an option that cannot be sent to a worker, 'worker-failed'.
 */
export async function createWorkerClassifier<Source, ModelSource, Video = never>(
  runtime: CallerRuntime<Source, Video>,
  workers: WorkerPlatform<Source>,
  options: CreateClassifierOptions<ModelSource>,
): Promise<Classifier<Source, Video>> {
  const settings = resolveCreateOptions(options, runtime)
  const { size, maxQueue } = resolveWorkerOptions(options.worker, () => workers.defaultSize())
  const { batching } = settings
  const limit = maxQueue ?? batching.maxQueue
  throwIfAborted(settings.signal)
  const starter = new WorkerStarter(workers, size, optionsOfWorker(options))
  const pool = await WorkerPool.open({
    size,
    // A worker that had more than may wait would be a second queue.
    window: Math.min(batching.maxSize, limit),
    start: (request) => starter.start(request),
  }, settings.signal)
  const room = new WaitingRoom(limit, maxQueue === undefined ? 'batching.maxQueue' : 'worker.maxQueue')
  const sender = { platform: workers, pool, room, decode: settings.decode, listSize: batching.listSize }
  return new WorkerClassifier<Source, Video>({
    runtime,
    sender,
    manifest: starter.manifest,
    backend: () => starter.backend,
    switchTo: switchProviders(pool, starter, options.executionProviders),
  })
}

/** The pool is the one queue that may be full: a worker is never given more than it can have. */
function optionsOfWorker<ModelSource>(options: CreateClassifierOptions<ModelSource>): object {
  if (options.batching === undefined) return options
  return { ...options, batching: { ...options.batching, maxQueue: undefined } }
}
