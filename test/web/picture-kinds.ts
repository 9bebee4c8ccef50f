// The tables of what a browser has as a picture: each kind, and what is none, as JavaScript that makes it in a page.

/** The file that each kind is made of. */
export const picture = '/golden/pictures/sample-coat.png'

/** Bodies of async functions in the page: `bytes` is the file, `blob` the same as a Blob. */
export const kinds: Readonly<Record<string, string>> = {
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
export const refusals: readonly (readonly [what: string, code: string, body: string])[] = [
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
