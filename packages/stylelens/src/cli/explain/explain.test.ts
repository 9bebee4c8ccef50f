// Pictures and flags in; checked are the page of an explanation, its pictures, and what is said on the terminal.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainPicture } from '@stylelens/node'
import { runChild } from '../../../../node/test/run-child'
import { runCli } from '../../../test/run-cli'
import { drawSheet, drawSigned } from './draw-maps'
import { encodePng } from './encode-png'
import { explainPage } from './explain-page'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const shirt = fileURLToPath(new URL('../../../../../samples/pictures/shirt.png', import.meta.url))
const tiny = fileURLToPath(new URL('../../../../node/test/tiny', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-explain-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('pictures of maps', () => {
  it.each([1, 2, 3, 4] as const)('are PNG files that other programs read, with %i channels', async (channels) => {
    const data = Uint8Array.from({ length: 5 * 3 * channels }, (_, index) => (index * 37) % 256)
    const read = await sharp(encodePng({ data, width: 5, height: 3, channels }))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([read.info.width, read.info.height]).toEqual([5, 3])
    const grey = channels < 3 // sharp gives grey pictures as red, green and blue
    const kept = grey ? [...read.data].filter((_, index) => index % read.info.channels === 0) : [...read.data]
    expect(kept).toEqual([...data].filter((_, index) => !grey || index % channels === 0))
  })

  it('colour what is for and against, by its strength', () => {
    const { data, width, height } = drawSigned(Float32Array.of(2, -1, 0, 4), 2, 4)
    expect([width, height]).toEqual([2, 2])
    expect([data[3], data[7], data[11], data[15]]).toEqual([128, 64, 0, 255])
    expect(data[0]).toBeGreaterThan(data[2]) // orange
    expect(data[4]).toBeLessThan(data[6]) // blue
  })

  it('lie in rows, a clear pixel apart, weak ones visible', () => {
    const values = Float32Array.of(0, 1, 4, -4, 16, 0) // three maps of one row and two columns
    const { data, width, height } = drawSheet(values, { count: 3, height: 1, width: 2 }, 2)
    expect([width, height]).toEqual([5, 3])
    const levels = Array.from({ length: 15 }, (_, place) => (data[place * 2 + 1] === 0 ? null : data[place * 2]))
    expect(levels).toEqual([0, 64, null, 128, 0, ...Array<null>(5).fill(null), 255, 0, null, null, null])
  })
})

describe('stylelens explain', () => {
  it('writes a page of its own, and says where on standard output', async () => {
    const page = join(folder, 'shirt.html')
    const { stdout, stderr, code } = await runChild([
      cli,
      'explain',
      shirt,
      '--model',
      'fashion-nano',
      '--output',
      page,
    ])
    expect({ stdout, stderr, code }).toEqual({ stdout: `${page}\n`, stderr: '', code: 0 })
    const text = await readFile(page, 'utf8')
    expect(text).not.toMatch(/(src|href)="(?!data:)/)
    const [best] = (await explainPicture(shirt, { model: 'fashion-nano' })).predictions
    expect(text).toContain(`<h1>${best.label}, ${(100 * best.score).toFixed(1)} %</h1>`)
    for (const alt of [
      'at 28 x 28 pixels, as the model saw it',
      `Places that speak for ${best.label}`,
      'Filter 16 of 16',
    ])
      expect(text).toContain(alt)
    expect(text.match(/class="overlay"/g)).toHaveLength(3)
    expect(text).toContain('stage2_block_relu/Relu: 40 maps of 7 x 7')
  })

  it('tells the figures as JSON, and a fallback on standard error', async () => {
    const page = join(folder, 'json.html')
    const words = ['explain', shirt, '-m', 'fashion-nano', '-p', 'webnn,wasm', '-o', page, '--json']
    const { stdout, stderr, code } = await runCli(...words)
    expect(JSON.parse(stdout)).toMatchObject({
      file: shirt,
      page,
      model: 'fashion-nano',
      executionProvider: 'wasm',
      predictions: expect.objectContaining({ length: 10 }),
      activations: [{ height: 7, width: 7 }, { height: 7 }, { height: 7 }],
      kernels: { dims: [16, 1, 3, 3] },
      hidden: null,
    })
    expect(stderr).toMatch(/^stylelens: running on wasm\. .*WebNN.*\n$/)
    expect(code).toBeUndefined()
  })

  it('says plainly what a model of another kind does not have', async () => {
    const page = join(folder, 'tiny.html')
    expect((await runCli('explain', shirt, '--model', tiny, '-o', page)).stderr).toBe('')
    const text = await readFile(page, 'utf8')
    expect(text).toContain('This model has no convolution')
    expect(text).toContain('does not end in pooled feature maps')
    expect(text).not.toContain('First kernels')
  })

  it.each([
    ['none.png', [], /^stylelens: .*"none\.png".*\[image-not-found\]\n$/],
    [shirt, ['--model', 'none'], /^stylelens: .*\[model-not-found\]\n$/],
    [shirt, ['--model', tiny, '--output', 'no/such/folder/page.html'], /^stylelens: .*no\/such\/folder/],
  ])('ends with code 2 and a sentence where it cannot: %s %j', async (picture, flags, sentence) => {
    const { stdout, stderr, code } = await runCli('explain', picture, ...flags)
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toMatch(sentence)
  })
})

it('shows the first, the last and evenly chosen layers of a deep network, and escapes names', async () => {
  const explanation = await explainPicture(shirt, { model: 'fashion-nano' })
  const tensor = { dims: [1, 300, 40, 40], data: new Float32Array(300 * 1600).fill(1) }
  const layers = Array.from({ length: 40 }, (_, index) => ({ name: `<layer ${index}>`, tensor }))
  const page = explainPage('a<b>.png', { ...explanation, layers })
  const shown = [...page.matchAll(/<h3>&lt;layer (\d+)&gt;: the first 125 of 300 maps/g)].map(([, index]) =>
    Number(index),
  )
  expect(shown).toHaveLength(12)
  expect([shown[0], shown[11]]).toEqual([0, 39])
  expect(page).toContain('12 of 40 layers are shown')
  expect(page).toContain('a&lt;b&gt;.png')
  expect(explainPage('a', { ...explanation, hidden: 'no <reason>' })).toContain(
    'does not give out the inner values of this model: no &lt;reason&gt;',
  )
})
