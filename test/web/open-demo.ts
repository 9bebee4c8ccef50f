// A browser and the folder of the built demo in; the demo, open in a page of its own, out.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { serveDemo } from '../../examples/browser/server/serve-demo'
import type { DemoServer, DemoServerOptions } from '../../examples/browser/server/serve-demo'

export interface OpenDemo {
  readonly page: Page
  readonly server: DemoServer
  /** What the page wrote to the console, and its errors. */
  readonly printed: readonly string[]
  close(): Promise<void>
}

export async function openDemo(
  browser: Browser,
  folder: string,
  options: BrowserContextOptions = {},
  serving: DemoServerOptions = {},
): Promise<OpenDemo> {
  const server = await serveDemo(folder, serving)
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const printed: string[] = []
  page.on('console', (message) => printed.push(message.text()))
  page.on('pageerror', (error) => printed.push(error.message))
  await page.goto(server.origin)
  const close = async () => {
    await context.close()
    await server.close()
  }
  return { page, server, printed, close }
}

/** Until the model runs on `provider`. */
export async function untilReady(page: Page, provider = 'wasm'): Promise<void> {
  await page.locator(`#backend[data-provider="${provider}"]`).waitFor({ timeout: 60_000 })
}

/** Until an answer is shown; its label. */
export async function answerOf(page: Page): Promise<string> {
  await page.locator('#result[data-state="answered"]').waitFor({ timeout: 60_000 })
  return page.locator('#answer-label').innerText()
}
