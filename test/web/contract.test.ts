// Chromium in; the cases of the runtime contract, run there on WebAssembly, and a few of them on strict WebGPU, out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractNames } from '../contract-names'
import { openContract } from './contract-in-page'
import type { RunningContract } from './contract-in-page'
import { chromiumStarts, startChromium } from './start-chromium'

const rows = [
  {
    row: { model: 'fashion-small', executionProvider: 'wasm', absentProvider: 'cuda', tolerance: 1e-4, batchTolerance: 1e-6 },
    selected: /./,
  },
  {
    row: { model: 'fashion-small', executionProvider: 'webgpu', absentProvider: 'cuda', tolerance: 1e-4, batchTolerance: 1e-5 },
    selected: /^(provider|labels|manifest): |^golden: (colour|orientation-6|sample-(coat|shirt))|^dispose: waits/,
  },
] as const

const starts = await chromiumStarts()

describe.skipIf(!starts)('in Chromium', async () => {
  const named = await Promise.all(rows.map(async ({ row, selected }) => {
    const names = await contractNames(row)
    return { row, names: names.filter((name) => selected.test(name)) }
  }))
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser?.close())

  describe.each(named)("model $row.model on '$row.executionProvider'", ({ row, names }) => {
    let contract: RunningContract
    beforeAll(async () => {
      contract = await openContract(browser, row)
    })
    afterAll(() => contract?.close())

    it.each(names)('%s', async (name) => {
      expect(await contract.run(name)).toBeNull()
    })
  })
})
