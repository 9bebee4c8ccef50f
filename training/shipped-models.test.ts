// Every model in models/: exported again to the same bytes, described by its own reports, above the gates of its validation.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '@stylelens/core'
import { loadCpuBackend } from './backends/cpu-backend'
import { buildOnnx } from './build-onnx'
import { recipes, type RecipeName } from './config'
import { loadLayersModel } from './layers-model'
import { readReport } from './report'
import { agrees, readTestLog } from './test-log'
import { modelCard } from './write-model-card'

const models = join(import.meta.dirname, '..', 'models')
const names = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const read = async (name: string) => {
  const manifest = parseManifest(JSON.parse(await readFile(join(models, name, 'manifest.json'), 'utf8')))
  return {
    manifest,
    onnx: await readFile(join(models, name, manifest.file)),
    report: await readReport(join(models, name)),
  }
}
// Accuracy on the validation pictures that a model must have to be shipped.
const gates: Readonly<Record<string, number>> = { 'fashion-nano': 0.93, 'fashion-small': 0.942 }

it('has no model without a recipe and a gate', () => {
  expect(Object.keys(recipes)).toEqual(expect.arrayContaining(names))
  expect(names.sort()).toEqual(Object.keys(gates).sort())
})

describe.each(names)('%s', (name) => {
  it('is exported again to the same bytes from the layers model as trained', async () => {
    const { manifest, onnx } = await read(name)
    const { tf } = await loadCpuBackend()
    const model = await loadLayersModel(tf, join(models, name, 'layers-model'))
    const { bytes } = await buildOnnx(model, name, manifest.recipe, manifest.temperature.value)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.sha256)
    expect(Buffer.compare(bytes, onnx)).toBe(0)
  })

  it('was trained by the recipe that config.ts still holds', async () => {
    const { manifest, report } = await read(name)
    const history = JSON.parse(await readFile(join(models, name, 'layers-model', 'history.json'), 'utf8')) as {
      recipe: unknown
      history: unknown[]
    }
    expect(history.recipe).toEqual(recipes[name as RecipeName])
    expect([manifest.recipe, report.recipe]).toEqual([recipes[name as RecipeName].id, recipes[name as RecipeName].id])
    expect(history.history).toHaveLength(recipes[name as RecipeName].epochs)
  })

  it('is above its gate on the validation pictures and agrees with TensorFlow.js', async () => {
    const { report } = await read(name)
    expect(report.validation.accuracy).toBeGreaterThanOrEqual(gates[name])
    expect(report.validation.pictures).toBe(5000)
    for (const parity of Object.values(report.parity)) {
      expect(parity.pictures).toBe(10_000)
      expect(parity.maxDifference).toBeLessThanOrEqual(1e-5)
      expect(parity.argmaxDisagreements).toBe(0)
    }
  })

  it('has one line in the test log, the same figures in its report, and the card that they give', async () => {
    const { manifest, report } = await read(name)
    const lines = (await readTestLog(join(models, 'test-log.jsonl'))).filter(({ sha256 }) => sha256 === manifest.sha256)
    expect(lines).toHaveLength(1)
    expect(report.sha256).toBe(manifest.sha256)
    expect(report.test !== undefined && agrees(lines[0], report.test)).toBe(true)
    expect(await readFile(join(models, name, 'MODEL_CARD.md'), 'utf8')).toBe(modelCard(manifest, report))
  })
})
