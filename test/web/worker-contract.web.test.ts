// Chromium in; the cases of the runtime contract, run on WebAssembly in a worker of the library, out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractNames } from '../contract-names'
import { openContract } from './contract-in-page'
import type { RunningContract } from './contract-in-page'
import { chromiumStarts, startChromium } from './start-chromium'

const row = {
  model: 'fashion-small',
  executionProvider: 'wasm',
  absentProvider: 'cuda',
  tolerance: 1e-4,
  batchTolerance: 1e-6,
  createOptions: { worker: true },
}

const starts = await chromiumStarts()

describe.skipIf(!starts)('in a worker of Chromium', async () => {
  const names = await contractNames(row)
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

  it.each(names)('%s', async (name) => {
    expect(await contract.run(name)).toBeNull()
  })
})
