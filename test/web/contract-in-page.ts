// A row of the contract and a browser in; a page that runs its cases, one by one, out.
import type { Browser, Page } from 'playwright-core'
import type { ContractRow } from '../contract/fixtures'
import type { ContractPage } from './pages/contract-page'
import { servePage } from './serve-page'

type WithContract = typeof globalThis & { contractPage: ContractPage }

export interface RunningContract {
  readonly page: Page
  /** Null, or why the case failed. */
  run(name: string): Promise<string | null>
  close(): Promise<void>
}

export async function openContract(
  browser: Browser,
  row: ContractRow,
  headers: Readonly<Record<string, string>> = {},
): Promise<RunningContract> {
  const server = await servePage('contract-page', headers)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.origin)
  await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
  await page.waitForFunction(() => 'contractPage' in globalThis)
  await page.evaluate((given) => (globalThis as WithContract).contractPage.load(given), row)
  return {
    page,
    run: (name) => page.evaluate((given) => (globalThis as WithContract).contractPage.run(given), name),
    close: async () => {
      await context.close()
      await server.close()
    },
  }
}
