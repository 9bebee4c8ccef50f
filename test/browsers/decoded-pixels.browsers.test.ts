// Firefox and WebKitGTK in; how far the pixels that they decode are from those of Node out, where they are not the same.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeImage } from '../../packages/node/src/decode-image'
import { decodeOptions } from '../../packages/node/test/decode-options'
import { picturesFolder } from '../golden/golden-folder'
import { available } from '../requirement'
import type { FileServer } from '../web/serve-files'
import { servePage } from '../web/serve-page'
import { browserPrograms } from './browser-programs'
import { differences } from './differences'
import type { Differences } from './differences'
import { findBrowser } from './find-browser'
import { openBrowser } from './open-browser'
import type { OpenBrowser } from './open-browser'
import { PageOrders } from './page-orders'

const same: Differences = { alpha: 0, stored: 0, seen: 0 }

/** Both multiply colours by alpha when they decode, whatever they are asked, and divide again. Measured; rounded up. */
const withAlpha: Readonly<Record<string, Differences>> = {
  Firefox: { alpha: 0, stored: 1, seen: 1 },
  WebKitGTK: { alpha: 0, stored: 2, seen: 1.5 },
}

const opaque = ['colour.png', 'grey.png', 'palette.png', 'sixteen-bits.png', 'lossless.webp']
const transparent = ['colour-alpha.png', 'grey-alpha.png', 'lossless-alpha.webp']

describe.each([...browserPrograms])('$name', async (browser) => {
  const found = await findBrowser(browser)
  const present = available('browsers', !('missing' in found), 'missing' in found ? found.missing : '')

  describe.skipIf(!present)('decodes', () => {
    const orders = new PageOrders()
    let server: FileServer
    let open: OpenBrowser
    beforeAll(async () => {
      if ('missing' in found) return
      server = await servePage('ordered-page', {}, { '/orders/': orders.answer })
      open = await openBrowser(browser, found.program, `${server.origin}orders/page`)
    }, 120_000)
    afterAll(async () => {
      await open?.close()
      await server?.close()
    })

    const compare = async (name: string) => {
      const pixels = await orders.give({ call: 'decode', given: name }) as number[]
      return differences(pixels, await decodeImage(await readFile(new URL(name, picturesFolder)), decodeOptions))
    }

    it.each(opaque)('%s, to the same pixels', { timeout: 120_000 }, async (name) => {
      expect(await compare(name)).toEqual(same)
    })

    it.each(transparent)('%s, within the limits that the README of packages/web states', { timeout: 120_000 }, async (name) => {
      const { alpha, stored, seen } = await compare(name)
      const limits = withAlpha[browser.name]
      expect(alpha).toBe(limits.alpha)
      expect(stored).toBeLessThanOrEqual(limits.stored)
      expect(seen).toBeLessThanOrEqual(limits.seen)
    })
  })
})
