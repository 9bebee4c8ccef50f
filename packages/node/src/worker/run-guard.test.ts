// A worker thread that is always at some native work in; its end between two pieces of it out.
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { guardExit } from './guard-exit'
import { RunGuard } from './run-guard'

/** A thread that counts the jobs that it began and those that it ended, each of which holds it for a while. */
const source = `
const { workerData } = require('node:worker_threads')
const cells = new Int32Array(workerData.memory)
const counts = new Int32Array(workerData.counts)
const sleep = new Int32Array(new SharedArrayBuffer(4))
for (;;) {
  Atomics.add(cells, 0, 1)
  if (Atomics.load(cells, 1) === 1) { Atomics.sub(cells, 0, 1); Atomics.notify(cells, 0); Atomics.wait(cells, 1, 1) }
  Atomics.add(counts, 0, 1)
  Atomics.wait(sleep, 0, 0, 15)
  Atomics.add(counts, 1, 1)
  Atomics.sub(cells, 0, 1)
  Atomics.notify(cells, 0)
}`

async function busyThread(guard: RunGuard) {
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(source, { eval: true, workerData: { memory: guard.memory, counts: counts.buffer } })
  while (Atomics.load(counts, 1) < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  return { worker, counts }
}

it.each([
  ['quiet', (guard: RunGuard) => guard.quiet()],
  ['waitUntilQuiet', async (guard: RunGuard) => guard.waitUntilQuiet()],
])('%s waits for the work in progress, and no other begins', async (_, wait) => {
  const guard = new RunGuard()
  const { worker, counts } = await busyThread(guard)
  guard.stop()
  await wait(guard)
  const [begun, ended] = counts
  expect(begun).toBe(ended)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([...counts]).toEqual([begun, ended])
  await worker.terminate()
})

it('brackets a job, also one that fails', async () => {
  const guard = new RunGuard()
  let inside = 0
  const cells = new Int32Array(guard.memory)
  expect(await guard.run(async () => { inside = cells[0]; return 5 })).toBe(5)
  await expect(guard.run(async () => { throw new Error('no') })).rejects.toThrow('no')
  expect([inside, cells[0]]).toEqual([1, 0])
  await guard.quiet()
})

it('is minded when the process ends, for as long as its worker lives', () => {
  const before = process.listenerCount('exit')
  const guards = [new RunGuard(), new RunGuard()]
  const leaves = guards.map(guardExit)
  expect(process.listenerCount('exit')).toBe(before + 1)
  leaves[0]()
  leaves[0]()
  expect(process.listenerCount('exit')).toBe(before + 1)
  const listener = process.listeners('exit').at(-1) as () => void
  listener()
  expect(guards.map(({ memory }) => new Int32Array(memory)[1])).toEqual([0, 1])
  leaves[1]()
  expect(process.listenerCount('exit')).toBe(before)
})
