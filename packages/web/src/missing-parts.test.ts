// Platforms without a decoder, without onnxruntime and with a broken cache in; the typed error of each out.
import { describe, expect, it } from 'vitest'
import { decodeBytes } from './decode-bytes'
import { clearCache } from './model-cache'
import { openOnnxruntime } from './open-onnxruntime'
import { wasmBuild } from './wasm-build'

const pngStart = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

it('where there is no createImageBitmap, that is told', async () => {
  const decoding = decodeBytes(pngStart, new File([pngStart], 'a.png'), 1_000_000)
  await expect(decoding).rejects.toMatchObject({ code: 'decoder-missing', message: expect.stringContaining('"a.png"') })
})

describe('onnxruntime that does not load', () => {
  const wasm = { binary: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) }

  it.each([['wasm', 'install @stylelens/web again'], ['asyncify', 'install @stylelens/web-asyncify again']] as const)(
    'of the build %s is told with its mend, and tried again',
    async (name, mend) => {
      let attempts = 0
      const cause = new Error('Failed to fetch dynamically imported module')
      const build = { ...wasmBuild, name, load: async () => { attempts++; throw cause } }
      for (const attempt of [1, 2]) {
        const opening = openOnnxruntime(build, { wasm })
        await expect(opening).rejects.toMatchObject({
          code: 'runtime-missing', message: expect.stringContaining(mend), cause,
        })
        expect(attempts).toBe(attempt)
      }
    },
  )
})

it('a cache that cannot be cleared is told with its cause', async () => {
  const cause = new Error('The quota is exceeded.')
  const store = {
    match: async () => undefined,
    put: async () => undefined,
    delete: async () => true,
    keys: async () => { throw cause },
  }
  await expect(clearCache({ cache: store })).rejects.toMatchObject({ code: 'cache-failed', cause })
})
