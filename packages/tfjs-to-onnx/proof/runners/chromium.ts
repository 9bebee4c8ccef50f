// Jobs in; what onnxruntime-web's WebGPU provider answers in a headless Chromium on a software adapter, out.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { serveFiles } from '../../../../test/web/serve-files'
import { startChromium } from '../../../../test/web/start-chromium'
import { runJobs } from './jobs'
import type { Answer, Job, WrittenJob } from './jobs'

const here = fileURLToPath(new URL('.', import.meta.url))
const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'))

export const runInChromium = (jobs: readonly Job[]): Promise<Map<string, Answer>> => runJobs(jobs, async (folder) => {
  const server = await serveFiles({ '/runtime/': runtime, '/jobs/': folder, '/page/': here })
  const browser = await startChromium()
  try {
    const page = await browser.newPage()
    await page.goto(server.origin)
    await page.addScriptTag({ type: 'module', url: '/page/run-in-page.mjs' })
    await page.waitForFunction('globalThis.runJob')
    const written = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8')) as WrittenJob[]
    const answers: Record<string, Answer> = {}
    for (const job of written) answers[job.id] = await page.evaluate(each => (globalThis as unknown as Page).runJob(each), job)
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers))
  } finally {
    await browser.close()
    await server.close()
  }
})

interface Page {
  readonly runJob: (job: WrittenJob) => Promise<Answer>
}
