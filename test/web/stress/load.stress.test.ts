// Hundreds of overlapping calls in Chromium in; every promise settled, every answer right, no memory kept out.
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRounds } from '../../stress/expect-rounds'
import { howMany } from '../../stress/how-many'
import type { RoundReport } from '../../stress/stress-plan'
import type { RoundSize } from '../../stress/stress-round'
import type { StressPage } from '../pages/stress-page'
import { servePage } from '../serve-page'
import { chromiumStarts, startChromium } from '../start-chromium'

type WithStress = typeof globalThis & { stressPage: StressPage }

const hour = 3_600_000

// Chromium counts it among the buffers with the size that it began with, however large it has become.
const wasmAtFirst = 256 * 65_536

/** Of the page's thread after a collection: its heap, what the browser keeps for it, and all its buffers. */
async function memoryInUse(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

async function round(page: Page, session: CDPSession, size: RoundSize, seed: number): Promise<RoundReport> {
  const start = performance.now()
  const tally = await page.evaluate(
    ([given, from]) => (globalThis as WithStress).stressPage.round(given, from), [size, seed] as const)
  const milliseconds = Math.round(performance.now() - start)
  const wasm = await page.evaluate(() => (globalThis as WithStress).stressPage.wasmMemory())
  const memory = await memoryInUse(session) - Math.min(wasm, wasmAtFirst)
  return { ...tally, faults: tally.faults.slice(0, 5), milliseconds, memory, wasm }
}

describe.skipIf(!await chromiumStarts())('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser?.close())

  it.each([
    { name: 'wasm', options: {}, calls: howMany(10_000, 500), disposals: 6, tolerance: 1e-6 },
    { name: 'wasm', options: { worker: true }, calls: howMany(2_000, 200), disposals: 3, tolerance: 1e-6 },
    { name: 'webgpu', options: { model: 'fashion-nano', strict: true }, calls: howMany(500, 100), disposals: 2, tolerance: 1e-4 },
  ] as const)('$name with $options: $calls calls at once, three times', async ({ name, options, ...rest }) => {
    const size = { classifiers: 2, ...rest }
    const server = await servePage('stress-page')
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(server.origin)
    await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
    await page.waitForFunction(() => 'stressPage' in globalThis)
    const provider = await page.evaluate(
      (given) => (globalThis as WithStress).stressPage.prepare(given), { executionProviders: name, ...options })
    expect(provider).toBe(name)
    const session = await context.newCDPSession(page)
    await session.send('HeapProfiler.enable')
    const rounds: RoundReport[] = []
    for (let time = 0; time < 3; time++) rounds.push(await round(page, session, size, 4))
    await context.close()
    await server.close()
    expectRounds(rounds, size)
  }, hour)
})
