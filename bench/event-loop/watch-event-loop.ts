// Work that may hold the event loop in; for how long it did, as the work went on, out.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Hold } from './hold-task'

const resolution = 1
const nanoseconds = 1e6

/**
 * The first looks come before the work and the last ones after it, so that no hold at either end is missed. Not reset
 * in between: the first look after that would count from nothing.
 */
export async function watchEventLoop(work: () => Promise<unknown>): Promise<Hold> {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  await pause()
  await work()
  await pause()
  histogram.disable()
  const beyond = (value: number) => Math.max(0, value / nanoseconds - resolution)
  return { p99: beyond(histogram.percentile(99)), most: beyond(histogram.max), looks: histogram.count }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 * resolution))
}
