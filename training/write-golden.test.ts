// The golden vectors of every shipped model in; proof that the script writes them and WebAssembly computes them out.
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseManifest } from '@stylelens/core'
import { drawGoldenPictures } from './golden-pictures'
import { runOnnx } from './run-onnx'
import { writeGolden } from './write-golden'

const models = join(import.meta.dirname, '..', 'models')
const names = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const folder = mkdtempSync(join(tmpdir(), 'stylelens-golden-'))

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(names)('%s', (name) => {
  const read = async () => {
    const manifest = parseManifest(JSON.parse(await readFile(join(models, name, 'manifest.json'), 'utf8')))
    const bytes = await readFile(join(models, name, manifest.selfTest?.file ?? ''))
    const golden = JSON.parse(bytes.toString()) as { pictures: string; logits: Record<string, number[][]> }
    return { manifest, bytes, golden }
  }

  it('names its golden vectors by their checksum, and has them for each of its files', async () => {
    const { manifest, bytes, golden } = await read()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.selfTest?.sha256)
    expect(Object.keys(golden.logits)).toEqual(['fp32', ...Object.keys(manifest.files ?? {})])
    expect(Buffer.from(golden.pictures, 'base64').equals(drawGoldenPictures())).toBe(true)
  })

  it('is computed by WebAssembly within a hundredth of the tolerance, in every form', async () => {
    const { manifest, golden } = await read()
    for (const [dtype, { file }] of Object.entries({ fp32: manifest, ...manifest.files })) {
      const { logits } = await runOnnx('onnxruntime-web', await readFile(join(models, name, file)),
        drawGoldenPictures(), Int32Array.from([0, 1, 2, 3]), [manifest.outputs.logits])
      const differences = golden.logits[dtype].flat().map((value, index) => Math.abs(value - logits[index]))
      expect(differences).toHaveLength(4 * manifest.labels.length)
      expect(Math.max(...differences), dtype).toBeLessThan((manifest.selfTest?.tolerance ?? 0) / 100)
    }
  })

  it('gets golden vectors that tell garments apart, with nothing else of its manifest changed', async () => {
    const { manifest, golden } = await read()
    const copy = join(folder, name)
    cpSync(join(models, name), copy, { recursive: true })
    const selfTest = await writeGolden(copy)
    const written = parseManifest(JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8')))
    expect(written).toEqual({ ...manifest, selfTest })
    const largest = golden.logits.fp32.map((row) => row.indexOf(Math.max(...row)))
    expect(new Set(largest).size).toBeGreaterThan(2)
  })
})
