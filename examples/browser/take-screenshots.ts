// The built page in; two pictures of it, on a wide window in light and on a phone in dark, for the README out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import { answerOf, openDemo, untilReady } from '../../test/web/open-demo'
import { startChromium } from '../../test/web/start-chromium'

interface Shot {
  readonly name: string
  readonly sample: string
  readonly options: BrowserContextOptions
}

const shots: readonly Shot[] = [
  { name: 'wide', sample: 'shirt', options: { colorScheme: 'light', viewport: { width: 1280, height: 1130 } } },
  {
    name: 'phone',
    sample: 'sneaker',
    options: { colorScheme: 'dark', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  },
]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function takeShot(browser: Browser, { name, sample, options }: Shot, folder: string): Promise<void> {
  const { page, close } = await openDemo(browser, here('dist'), options)
  try {
    await untilReady(page)
    const button = page.getByRole('button', { name: `Sample: ${sample}`, exact: true })
    // Several times, so that the milliseconds are those of code that is warm; the bars grow for a moment.
    for (let press = 0; press < 6; press++) {
      await button.click()
      await answerOf(page)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    await page.mouse.move(0, 0)
    const picture = await page.screenshot()
    // A palette is enough for a page, and a third of the bytes.
    await sharp(picture).png({ palette: true, quality: 90, effort: 10 }).toFile(join(folder, `${name}.png`))
  } finally {
    await close()
  }
}

const [folder = here('.')] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await startChromium()
try {
  for (const shot of shots) await takeShot(browser, shot, folder)
  console.log(`Wrote ${shots.map(({ name }) => `${name}.png`).join(', ')} into ${folder}`)
} finally {
  await browser.close()
}
