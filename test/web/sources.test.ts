// Chromium in; every kind of picture that a browser has, seen as the same picture or refused with its code, out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../source-files'
import { openLibrary } from './open-library'
import type { OpenLibrary, PageGlobals } from './open-library'
import { serveFiles } from './serve-files'
import type { FileServer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const picture = '/golden/pictures/sample-coat.png'
const starts = await chromiumStarts()

/** Bodies of async functions in the page: `bytes` is the file, `blob` the same as a Blob. */
const kinds: Readonly<Record<string, string>> = {
  'a relative address': `return '${picture.slice(1)}'`,
  'an absolute address': `return location.origin + '${picture}'`,
  'a URL object': `return new URL('${picture}', location)`,
  'a blob: address': 'return URL.createObjectURL(blob)',
  'a data: address that is not base64': `
    const escape = (byte) => '%' + byte.toString(16).padStart(2, '0')
    return 'data:image/png,' + Array.from(bytes, escape).join('')`,
  'a Blob': 'return blob',
  'a File': "return new File([blob], 'coat.txt')",
  'a Response': `return fetch('${picture}')`,
  'a stream': 'return blob.stream()',
  'an ArrayBuffer': 'return bytes.buffer',
  'a buffer of another frame': `
    const frame = document.body.appendChild(document.createElement('iframe'))
    const copy = new frame.contentWindow.ArrayBuffer(bytes.length)
    new Uint8Array(copy).set(bytes)
    return copy`,
  'ImageData': `
    const bitmap = await createImageBitmap(blob)
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    return context.getImageData(0, 0, bitmap.width, bitmap.height)`,
  'an ImageBitmap': 'return createImageBitmap(blob)',
  'an <img> that is still loading': `return Object.assign(new Image(), { src: '${picture}' })`,
  'an <img> shown in another size': `
    const image = document.body.appendChild(Object.assign(new Image(10, 10), { src: '${picture}' }))
    await image.decode()
    return image`,
  'an <image> of SVG': `
    const name = 'http://www.w3.org/2000/svg'
    const drawing = document.body.appendChild(document.createElementNS(name, 'svg'))
    const image = document.createElementNS(name, 'image')
    const bitmap = await createImageBitmap(blob)
    image.setAttribute('width', bitmap.width)
    image.setAttribute('height', bitmap.height)
    const loaded = new Promise((resolve) => image.addEventListener('load', resolve))
    image.setAttribute('href', '${picture}')
    drawing.append(image)
    await loaded
    return image`,
  'a <canvas>': `
    const bitmap = await createImageBitmap(blob)
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height })
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    return canvas`,
  'a <canvas> of WebGL': `
    const bitmap = await createImageBitmap(blob)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('bitmaprenderer').transferFromImageBitmap(bitmap)
    return canvas`,
  'an OffscreenCanvas': `
    const bitmap = await createImageBitmap(blob)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    return canvas`,
  'a VideoFrame': 'return new VideoFrame(await createImageBitmap(blob), { timestamp: 0 })',
}

/** `address`: of a server of another origin, which allows nobody. */
const refusals: readonly (readonly [what: string, code: string, body: string])[] = [
  ['an HTML page', 'image-unsupported', "return location.origin + '/'"],
  ['a missing file', 'image-download', "return '/golden/none.png'"],
  ['a site that does not allow it', 'image-download', 'return address'],
  ['an address of no known kind', 'input-type', "return 'ftp://example.com/shirt.png'"],
  ['a file: address', 'input-type', "return 'file:///shirt.png'"],
  ['no valid address', 'image-download', "return 'http://'"],
  ['an address with a password', 'image-download', "return 'https://me:secret@example.com/shirt.png'"],
  ['a body that was read', 'image-unreadable', `const response = await fetch('${picture}'); await response.text(); return response`],
  ['a closed ImageBitmap', 'image-empty', 'const bitmap = await createImageBitmap(blob); bitmap.close(); return bitmap'],
  ['a canvas without pixels', 'image-empty', "return Object.assign(document.createElement('canvas'), { width: 0 })"],
  ['a broken <img>', 'image-empty', "return Object.assign(new Image(), { src: '/golden/none.png' })"],
  ['an <img> without an address', 'image-empty', 'return new Image()'],
  ['a video without a frame', 'image-empty', "return document.createElement('video')"],
  [
    'an <img> of another site',
    'image-unreadable',
    'const image = Object.assign(new Image(), { src: address }); await image.decode(); return image',
  ],
  [
    'a tainted canvas',
    'image-unreadable',
    `const image = Object.assign(new Image(), { src: address })
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas`,
  ],
  ['an element that shows nothing', 'input-type', "return document.createElement('p')"],
  ['a truncated JPEG', 'image-corrupt', "return (await (await fetch('/golden/pictures/orientation-1.jpg')).blob()).slice(0, 1500)"],
]

interface Seen {
  readonly input: number[]
}

describe.skipIf(!starts)('pictures in Chromium', () => {
  let browser: Browser
  let open: OpenLibrary
  let elsewhere: FileServer
  let page: Page
  let expected: Seen

  const see = (body: string): Promise<Seen> => page.evaluate(async ([text, path, address]) => {
    const blob = await (await fetch(path)).blob()
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    const source: unknown = await AsyncFunction('blob', 'bytes', 'address', text)(blob, bytes, address)
    const globals = globalThis as PageGlobals & { classifier?: ReturnType<PageGlobals['library']['createClassifier']> }
    globals.classifier ??= globals.library.createClassifier()
    const { input } = await (await globals.classifier).classifyDetailed(source as string)
    return { input: Array.from(input.data) }
  }, [body, picture, `${elsewhere.origin}pictures/sample-coat.png`] as const)

  beforeAll(async () => {
    browser = await startChromium()
    elsewhere = await serveFiles({ '/pictures/': join(root, 'test/golden/pictures') })
    // takes every request and answers none
    open = await openLibrary(browser, {}, { '/never/': () => true })
    page = open.page
    expected = await see('return bytes')
  })
  afterAll(async () => {
    await open?.close()
    await elsewhere?.close()
    await browser?.close()
  })

  it.each(Object.entries(kinds))('%s is the same picture as its bytes', async (_, body) => {
    expect(await see(body)).toEqual(expected)
  })

  it.each(refusals)('%s is refused with %s', async (_, code, body) => {
    await expect(see(body)).rejects.toThrow(`[${code}]`)
  })

  it('closes no bitmap and no frame of the caller', async () => {
    const open = await page.evaluate(async (path) => {
      const blob = await (await fetch(path)).blob()
      const bitmap = await createImageBitmap(blob)
      const frame = new VideoFrame(bitmap, { timestamp: 0 })
      const { library } = globalThis as PageGlobals
      await library.classify([bitmap, frame])
      return { bitmap: bitmap.width, frame: frame.codedWidth }
    }, picture)
    const { width } = JSON.parse(readFileSync(join(root, 'test/golden/expected.json'), 'utf8')).pictures['sample-coat.png']
    expect(open).toEqual({ bitmap: width, frame: width })
  })

  it('takes the frame that a video shows', async () => {
    const label = await page.evaluate(async (path) => {
      const bitmap = await createImageBitmap(await (await fetch(path)).blob())
      const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height })
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const video = Object.assign(document.createElement('video'), { srcObject: canvas.captureStream(30), muted: true })
      await video.play()
      while (video.readyState < 2) await new Promise((resolve) => setTimeout(resolve, 20))
      const { library } = globalThis as PageGlobals
      return (await library.classify(video))[0].label
    }, picture)
    expect(label).toBe('Coat')
  })

  it.each([
    ['aborted', { signal: 100 }],
    ['image-download', { timeout: 100 }],
  ] as const)('ends a download that never answers with %s', async (wanted, limit) => {
    const code = await page.evaluate(async ({ signal, timeout }: { signal?: number; timeout?: number }) => {
      const { library } = globalThis as PageGlobals
      const options = { ...(signal && { signal: AbortSignal.timeout(signal) }), ...(timeout && { timeout }) }
      return library.classify('/never/shirt.png', options).then(() => '', (error: { code: string }) => error.code)
    }, limit)
    expect(code).toBe(wanted)
  })
})
