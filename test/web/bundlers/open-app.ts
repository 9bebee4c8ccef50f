// A folder or an address with a built app in; what its page says after it has classified a picture, and what it has loaded, out.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../../source-files'
import { serveFiles } from '../serve-files'
import type { ServedFolders } from '../serve-files'

export interface AskedApp {
  /** `classified: Coat`, or `failed:` and why. */
  readonly title: string
  /** What it wrote to the console. */
  readonly printed: readonly string[]
}

export interface RunApp extends AskedApp {
  /** Paths of all that the page loaded. */
  readonly loaded: readonly string[]
}

const strictPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

/** Served under a strict Content-Security-Policy. `query` begins with `&`. */
export async function openApp(browser: Browser, folder: string, query = '', more: ServedFolders = {}): Promise<RunApp> {
  const server = await serveFiles(
    { '/': folder, '/samples/': join(root, 'samples/pictures'), ...more },
    { 'content-security-policy': strictPolicy },
  )
  try {
    const asked = await askApp(browser, `${server.origin}?picture=/samples/coat.png${query}`)
    return { ...asked, loaded: server.requests.map((request) => request.replace(/^GET /, '')) }
  } finally {
    await server.close()
  }
}

/** Anything that opens pages: a browser, or a context of it. */
export async function askApp(browser: Pick<Browser, 'newPage'>, address: string): Promise<AskedApp> {
  const page = await browser.newPage()
  const printed: string[] = []
  page.on('console', (message) => printed.push(message.text()))
  page.on('pageerror', (error) => printed.push(error.message))
  try {
    await page.goto(address)
    await untilAnswered(page, printed)
    return { title: await page.title(), printed: printed.filter((text) => !/favicon/.test(text)) }
  } finally {
    await page.close()
  }
}

async function untilAnswered(page: Page, printed: readonly string[]): Promise<void> {
  const end = Date.now() + 60_000
  while (!/^(classified|failed): /.test(await page.title())) {
    if (Date.now() > end) throw new Error(`The app did not answer. It printed: ${printed.join('; ')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
