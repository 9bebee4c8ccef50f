// A browser in; a page with the library's entries as globals out.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { LibraryPage } from './pages/library-page'
import { servePage } from './serve-page'
import type { FileServer, ServedFolders } from './serve-files'

/** Within `page.evaluate`: the globals of that page. */
export type PageGlobals = typeof globalThis & LibraryPage

export interface OpenLibrary {
  readonly page: Page
  readonly context: BrowserContext
  readonly server: FileServer
  /** Another page of the same server, with a storage of its own. */
  fresh(): Promise<Page>
  close(): Promise<void>
}

async function load(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
  await page.waitForFunction(() => 'library' in globalThis)
}

export async function openLibrary(
  browser: Browser,
  headers: Readonly<Record<string, string>> = {},
  more: ServedFolders = {},
): Promise<OpenLibrary> {
  const server = await servePage('library-page', headers, more)
  const context = await browser.newContext()
  const page = await context.newPage()
  await load(page, server.origin)
  const others: BrowserContext[] = []
  const fresh = async () => {
    const other = await browser.newContext()
    others.push(other)
    const another = await other.newPage()
    await load(another, server.origin)
    return another
  }
  const close = async () => {
    await Promise.all([context, ...others].map((open) => open.close()))
    await server.close()
  }
  return { page, context, server, fresh, close }
}

/** A page that was reloaded has the library again. */
export async function reload(page: Page, origin: string): Promise<void> {
  await load(page, origin)
}
