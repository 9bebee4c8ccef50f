// Nothing in; a running Chromium with WebGPU on a software adapter out, or the reason why there is none.
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { available } from '../requirement'
import { findChromium } from './find-chromium.mjs'

/** Those of @sparticuz/chromium itself would turn WebGPU off. */
const flags = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--disable-dev-shm-usage',
]

/** Without JSPI, as Firefox and Safari are. */
export const withoutJspi = '--js-flags=--no-experimental-wasm-jspi'

export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const { path, reason } = await findChromium()
  if (path === null) throw new Error(reason)
  return chromium.launch({ executablePath: path, headless: true, args: [...flags, ...more] })
}

async function whyNot(): Promise<string> {
  try {
    await (await startChromium()).close()
    return ''
  } catch (error) {
    return (error as Error).message.split('\n')[0]
  }
}

/** For `describe.skipIf(!...)`: whether it starts here. STYLELENS_REQUIRE=chromium makes it an error if it does not. */
export async function chromiumStarts(): Promise<boolean> {
  const reason = await whyNot()
  return available('chromium', reason === '', reason)
}
