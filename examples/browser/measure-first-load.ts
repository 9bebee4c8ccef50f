// The built page in; a table of what its first visit sends, with the total, out.
import { fileURLToPath } from 'node:url'
import { startChromium } from '../../test/web/start-chromium'
import { firstLoad, firstLoadLimit, totalBytes } from './first-load'

const browser = await startChromium()
try {
  const files = await firstLoad(browser, fileURLToPath(new URL('dist', import.meta.url)))
  const rows = [...files].sort((one, other) => other.bytes - one.bytes)
  for (const { path, bytes } of rows) console.log(`${String(bytes).padStart(9)}  ${path}`)
  const total = totalBytes(files)
  console.log(`${String(total).padStart(9)}  in all, of ${firstLoadLimit} allowed`)
  if (total > firstLoadLimit) process.exitCode = 1
} finally {
  await browser.close()
}
