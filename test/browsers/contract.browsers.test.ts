// Firefox and WebKitGTK in; the cases of the runtime contract, run there on WebAssembly, and the table of them, out.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractNames } from '../contract-names'
import { available } from '../requirement'
import type { RuntimeResult } from '../runtimes/runtime-result'
import type { FileServer } from '../web/serve-files'
import { servePage } from '../web/serve-page'
import { browserPrograms } from './browser-programs'
import { findBrowser } from './find-browser'
import { openBrowser } from './open-browser'
import type { OpenBrowser } from './open-browser'
import { PageOrders } from './page-orders'

const row = {
  model: 'fashion-small',
  executionProvider: 'wasm',
  absentProvider: 'cuda',
  tolerance: 1e-4,
  batchTolerance: 1e-6,
  // these browsers multiply colours by alpha when they decode, whatever they are asked, and divide by it again
  inputTolerances: { 'colour-alpha.png': 2, 'grey-alpha.png': 2, 'lossless-alpha.webp': 2 },
}
const names = await contractNames(row)
const results: RuntimeResult[] = []

// The table of the README is made of this file; a run that lacks a browser or a case does not overwrite it.
afterAll(async () => {
  const whole = results.filter(({ passed, failed }) => passed + failed === names.length)
  if (whole.length < browserPrograms.length) return
  const file = fileURLToPath(new URL('results.json', import.meta.url))
  const text = `${JSON.stringify(results, null, 2)}\n`
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text)
})

describe.each([...browserPrograms])('$name', async (browser) => {
  const found = await findBrowser(browser)
  const present = available('browsers', !('missing' in found), 'missing' in found ? found.missing : '')

  describe.skipIf(!present)(`${'version' in found ? found.version : 'none'}, on 'wasm'`, () => {
    const orders = new PageOrders()
    const count = { passed: 0, failed: 0 }
    let server: FileServer
    let open: OpenBrowser

    beforeAll(async () => {
      if ('missing' in found) return
      server = await servePage('ordered-page', {}, { '/orders/': orders.answer })
      open = await openBrowser(browser, found.program, `${server.origin}orders/page`)
      const inTime = AbortSignal.timeout(100_000)
      const late = new Promise<never>((_, reject) => inTime.addEventListener('abort', () =>
        reject(new Error(`${browser.name} does not run the page. It printed: ${open.printed()}`))))
      await Promise.race([orders.give({ call: 'load', given: row }), late])
    }, 120_000)

    afterAll(async () => {
      await open?.close()
      await server?.close()
      if ('missing' in found) return
      const [version] = found.version.split(/\.\d+(?:esr)?$/)
      results.push({ runtime: `${browser.name} ${version}`, executionProvider: row.executionProvider, ...count })
    })

    it.each(names)('%s', { timeout: 120_000 }, async (name) => {
      const failure = await orders.give({ call: 'run', given: name })
      count[failure === null ? 'passed' : 'failed']++
      expect(failure).toBeNull()
    })
  })
})
