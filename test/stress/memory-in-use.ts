// Nothing in; what this process keeps after garbage collection, in bytes, out. For a Node with --expose-gc.
import { memoryUsage } from 'node:process'

export interface MemoryInUse {
  /** heapUsed + external. */
  readonly memory: number
  /** Of the whole process, native libraries included. */
  readonly resident: number
}

/** Finalizers run between collections, so there are several. */
export async function memoryInUse(): Promise<MemoryInUse> {
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc.')
  for (let time = 0; time < 5; time++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, external, rss } = memoryUsage()
  return { memory: heapUsed + external, resident: rss }
}
