// Nothing in; the program of a Chromium that can be started here, or why there is none, out.
import { existsSync } from 'node:fs'

/** Where systems put an installed one. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * STYLELENS_CHROMIUM names one; else the one of the npm package @sparticuz/chromium (Linux x64), else an installed one.
 * @returns {Promise<{ path: string | null, reason: string }>}
 */
export async function findChromium() {
  const named = process.env.STYLELENS_CHROMIUM
  if (named) return existsSync(named) ? { path: named, reason: '' } : { path: null, reason: `STYLELENS_CHROMIUM: there is no ${named}` }
  const packed = await unpack()
  if (packed.path !== null) return packed
  const path = installed.find((place) => existsSync(place)) ?? null
  return { path, reason: path === null ? `${packed.reason}, and no Chrome, Edge or Chromium is installed` : '' }
}

/** One that loads extensions from a folder, which Chrome and Edge no longer do, and the one of npm never did. */
export function findInstalledChromium() {
  return [process.env.STYLELENS_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((place) => existsSync(place))
}

/** Unpacked once, into the temporary folder. */
async function unpack() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { path: null, reason: '@sparticuz/chromium runs on Linux x64 only' }
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return { path: await chromium.executablePath(), reason: '' }
  } catch (error) {
    return { path: null, reason: `@sparticuz/chromium cannot be unpacked: ${error.message}` }
  }
}
