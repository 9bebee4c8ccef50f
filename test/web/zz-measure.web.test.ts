// Test pictures of Fashion-MNIST, without their labels, in; how far the scores of other runtimes are from Node's on the CPU out.
import { createClassifier } from '@stylelens/node'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTestImages } from '../../training/dataset/load-dataset'
import { available } from '../requirement'
import type { ParityPage } from './pages/parity-page'
import { scorePictures, side } from './score-pictures'
import { servePage } from './serve-page'
import type { FileServer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

type WithParity = typeof globalThis & { readonly parityPage: ParityPage }
type Provider = 'cpu' | 'wasm' | 'webgpu'

const directory = process.env.FASHION_MNIST_DIR ?? ''
const hasData = available('data', directory !== '', 'FASHION_MNIST_DIR is not set')
const starts = await chromiumStarts()
const all = process.env.STYLELENS_EXHAUSTIVE === '1'
const onWasm = all ? 10_000 : 1000
const onGpu = 100

async function scoreInNode(model: string, executionProviders: Provider, pixels: Uint8Array): Promise<number[][]> {
  const classifier = await createClassifier({ model, executionProviders, strict: true })
  try {
    return await scorePictures(classifier, pixels)
  } finally {
    await classifier.dispose()
  }
}

/** The place of the best score. */
const best = (scores: readonly number[]) => scores.indexOf(Math.max(...scores))

function expectSame(scores: readonly number[][], expected: readonly number[][], tolerance: number): void {
  const differences = scores.map((row, picture) => Math.max(...row.map((score, label) => Math.abs(score - expected[picture][label]))))
  console.log("DIFF", scores.length, Math.max(...differences), tolerance)
  expect(scores.map(best)).toEqual(expected.map(best))
}

describe.skipIf(!hasData || !starts).each(['fashion-small', 'fashion-nano'])('the scores of %s', (model) => {
  let pixels: Uint8Array
  let expected: number[][]
  let server: FileServer
  let browser: Browser
  let page: Page
  const first = (count: number) => pixels.subarray(0, count * side * side)

  beforeAll(async () => {
    pixels = (await loadTestImages({ directory })).data
    expected = await scoreInNode(model, 'cpu', first(onWasm))
    server = await servePage('parity-page', {}, {
      '/pixels/': ({ url }, response) => {
        response.end(first(Number(url?.split('/').at(-1))))
        return true
      },
    })
    browser = await startChromium()
    page = await browser.newPage()
    await page.goto(server.origin)
    await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
    await page.waitForFunction(() => 'parityPage' in globalThis)
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const scoreInPage = (executionProviders: 'wasm' | 'webgpu', count: number) => page.evaluate(
    ([options, address]) => (globalThis as WithParity).parityPage.score(options, address),
    [{ model, executionProviders }, `/pixels/${count}`] as const,
  )

  it('are those of pictures of every class', () => {
    expect(new Set(expected.map(best)).size).toBe(10)
  })

  it(`are the same on WebAssembly in Node, for ${onWasm} pictures`, { timeout: 600_000 }, async () => {
    expectSame(await scoreInNode(model, 'wasm', first(onWasm)), expected, 1e-5)
  })

  it(`are the same on WebAssembly in Chromium, for ${onWasm} pictures`, { timeout: 600_000 }, async () => {
    expectSame(await scoreInPage('wasm', onWasm), expected, 1e-5)
  })

  it(`are nearly the same on WebGPU in Chromium, for ${onGpu} pictures`, { timeout: 600_000 }, async () => {
    expectSame(await scoreInPage('webgpu', onGpu), expected.slice(0, onGpu), 1e-4)
  })
})
