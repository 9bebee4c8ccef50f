// A bitmap with alpha in; its very pixels, colours not multiplied by alpha, out by WebGL; undefined where there is none.
import { openCanvas } from './open-canvas'
import { bitmapTiles, placeTile } from './bitmap-tiles'

const untouched = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const

/** [height * width * 4]. */
export async function readSheer(bitmap: ImageBitmap): Promise<Uint8Array | undefined> {
  const gl = openCanvas(1, 1).getContext('webgl2') as WebGL2RenderingContext | null
  if (gl === null) return undefined
  try {
    bindTexture(gl)
    const { width, height } = bitmap
    const all = new Uint8Array(width * height * 4)
    for (const tile of bitmapTiles(width, height)) {
      const part = await createImageBitmap(bitmap, tile.left, tile.top, tile.width, tile.height, untouched)
      const data = readTile(gl, part)
      part.close()
      if (data === undefined) return undefined
      placeTile(all, width, tile, data)
    }
    return all
  } finally {
    // a page may have few contexts, and the garbage collector takes its time
    gl.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

/** One texture, which is also what pixels are read from. */
function bindTexture(gl: WebGL2RenderingContext): void {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE)
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
}

function readTile(gl: WebGL2RenderingContext, part: ImageBitmap): Uint8Array | undefined {
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, part)
  const data = new Uint8Array(part.width * part.height * 4)
  gl.readPixels(0, 0, part.width, part.height, gl.RGBA, gl.UNSIGNED_BYTE, data)
  return gl.getError() === gl.NO_ERROR ? data : undefined
}
