// Chromium and a saved model in; the same bytes that Node gives, from tfjs-to-onnx within a page, out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { loadLayersModel } from '@tensorflow/tfjs-layers'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { convertLayersModel, inspectModel } from 'tfjs-to-onnx'
import type { ConversionOptions, ConvertibleModel } from 'tfjs-to-onnx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../source-files'
import type { ExporterPage } from './pages/exporter-page'
import type { FileServer } from './serve-files'
import { servePage } from './serve-page'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = join(root, 'models/fashion-nano/layers-model')

async function loadInNode(): Promise<ConvertibleModel> {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  const { modelTopology, weightsManifest: [group] } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as tf.io.ModelJSON
  const weightData = Uint8Array.from(readFileSync(join(folder, group.paths[0]))).buffer
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: group.weights, weightData }))
}

it('brings nothing of Node into a bundle for browsers', async () => {
  const { metafile } = await build({
    entryPoints: [join(root, 'packages/tfjs-to-onnx/src/index.ts')],
    bundle: true, write: false, metafile: true, platform: 'browser', format: 'esm', logLevel: 'silent',
    external: ['@tensorflow/*'],
  })
  const imports = Object.values(metafile.inputs).flatMap(({ imports: list }) => list)
  expect(imports.filter(({ external }) => external).map(({ path }) => path)).toEqual([])
  expect(Object.keys(metafile.inputs).some((path) => /src\/cli/.test(path))).toBe(false)
})

describe.skipIf(!starts)('tfjs-to-onnx in Chromium', () => {
  let browser: Browser
  let server: FileServer
  let page: Page
  beforeAll(async () => {
    browser = await startChromium()
    server = await servePage('exporter-page', {}, { '/layers-model/': folder })
    page = await browser.newPage()
    await page.goto(server.origin)
    await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
    await page.waitForFunction(() => 'convert' in globalThis)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each<ConversionOptions>([
    {}, { weights: 'fp16', opset: 13 }, { weights: 'int8', inputLayout: 'nhwc-u8' }, { foldBatchNorm: false, metadata: { a: 'ü' } },
  ])('converts fashion-nano to the bytes that Node gives: %o', async (options) => {
    const inPage = await page.evaluate(
      ([address, given]) => (globalThis as typeof globalThis & ExporterPage).convert(address, given),
      ['/layers-model/model.json', options] as const,
    )
    const { bytes } = await convertLayersModel(await loadInNode(), options)
    expect(Buffer.compare(Uint8Array.from(inPage.bytes), bytes)).toBe(0)
    expect(inPage.inspection).toEqual(JSON.parse(JSON.stringify(inspectModel(bytes))))
  })
})
