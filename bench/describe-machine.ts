// Nothing in; what a figure depends on out: processor, cores, memory, system, Node and how busy the machine is.
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGigabytes: number
  readonly system: string
  readonly node: string
  /** Processes that wanted to run in the last minute before the bench: far above 0 means that others disturb it. */
  readonly loadBefore: number
  readonly date: string
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    loadBefore: Math.round(loadavg()[0] * 100) / 100,
    date: new Date().toISOString().slice(0, 10),
  }
}

export function machineLine({ cpu, cores, memoryGigabytes, system, node, loadBefore, date }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}, load ${loadBefore}, ${date}`
}
