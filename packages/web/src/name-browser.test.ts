// User agents in; the browsers that they name out.
import { expect, it } from 'vitest'
import { nameBrowser } from './name-browser'

const webkit = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36', 'Chromium 147.0.0.0'],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.1', 'Edge 147.0.1'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153.0'],
  [`${webkit} Version/26.1 Safari/605.1.15`, 'Safari 26.1'],
  [webkit, 'WebKit 605.1.15'],
  ['Cloudflare-Workers', 'Cloudflare Workers'],
  ['Node.js/22', 'Node 22'],
  ['', 'an unknown browser'],
])('%s', (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name)
})
