// The built page in; the bytes of every file that a first visit sends over the wire, until the model is ready, out.
import type { Browser } from 'playwright-core'
import { openDemo, untilReady } from '../../test/web/open-demo'
import type { SentFile } from './server/serve-demo'

/** Bytes, with Brotli as our server sends it. */
export const firstLoadLimit = 4_000_000

/** Until the page works offline, too. */
export async function firstLoad(browser: Browser, folder: string): Promise<readonly SentFile[]> {
  const { page, server, close } = await openDemo(browser, folder)
  try {
    await untilReady(page)
    await page.locator('#offline-state:not(:empty)').waitFor({ timeout: 60_000 })
    return [...server.sent]
  } finally {
    await close()
  }
}

export const totalBytes = (files: readonly SentFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0)
