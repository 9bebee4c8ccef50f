// Chromium in; the cases of the runtime contract, run in a worker of the library on WebAssembly and on strict WebGPU, out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractNames } from '../contract-names'
import { openContract } from './contract-in-page'
import type { RunningContract } from './contract-in-page'
import { chromiumStarts, startChromium } from './start-chromium'

const row = { model: 'fashion-small', absentProvider: 'cuda', tolerance: 1e-4, createOptions: { worker: true } }
const rows = [
  { row: { ...row, executionProvider: 'wasm', batchTolerance: 1e-6 }, selected: /./ },
  {
    row: { ...row, executionProvider: 'webgpu', batchTolerance: 1e-5 },
    // the core of it: a software GPU needs half a minute for each classifier, and more for each size of a batch
    selected: /^(provider|labels|manifest|golden|detailed|embed|abort|stream): |^batch: (encoded|one)|^dispose: waits/,
  },
]

const starts = await chromiumStarts()

describe.skipIf(!starts).each(rows)("in a worker of Chromium, on '$row.executionProvider'", async ({ row, selected }) => {
  const names = (await contractNames(row)).filter((name) => selected.test(name))
  let browser: Browser
  let contract: RunningContract
  beforeAll(async () => {
    browser = await startChromium()
    contract = await openContract(browser, row)
  })
  afterAll(async () => {
    await contract?.close()
    await browser?.close()
  })

  it.each(names)('%s', { timeout: 180_000 }, async (name) => {
    expect(await contract.run(name)).toBeNull()
  })
})
