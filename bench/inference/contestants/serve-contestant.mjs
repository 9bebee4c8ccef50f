// A process of its own: a contestant and its first picture as JSON in; its start, and then the times of its calls, out.
import { timeCalls } from '../time-calls.mjs'
import { readPictures } from './read-pictures.mjs'

const { opener, first, ...task } = JSON.parse(process.argv[2])
const pictures = await readPictures(first)
const bytesBefore = process.memoryUsage.rss()
const began = performance.now()
const { openContestant } = await import(opener)
const contestant = await openContestant(task)
let call = await contestant.prepare(pictures)
await call()
const milliseconds = performance.now() - began
const { versions } = contestant
process.send({ milliseconds, bytesBefore, bytes: process.memoryUsage.rss(), versions })

const answers = {
  /** Readies the pictures of a row; the scores of the first of them, class by class. */
  async prepare({ row }) {
    const given = await readPictures(row)
    call = await contestant.prepare(given)
    return contestant.scores(given[0])
  },
  time: ({ count }) => timeCalls(call, count),
  /** The most bytes that the process ever had. */
  memory: () => process.resourceUsage().maxRSS * 1024,
  async end() {
    await contestant.close()
    setImmediate(() => process.disconnect())
    return null
  },
}

process.on('message', async ({ kind, ...request }) => process.send({ answer: await answers[kind](request) }))
