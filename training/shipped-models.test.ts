// Every model in models/: exported again to the same bytes, described by its own reports, above the gates of its validation.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '@stylelens/core'
import type { WeightFormat } from 'tfjs-to-onnx'
import { loadCpuBackend } from './backends/cpu-backend'
import { buildOnnx } from './build-onnx'
import { recipes, type Recipe } from './config'
import { reasonAgainst } from './compare-forms'
import { loadLayersModel } from './layers-model'
import { readReport } from './report'
import { formsOf, reportedTest } from './settle-figures'
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
const gates: Readonly<Record<string, number>> = { 'fashion-nano': 0.945, 'fashion-small': 0.95 }

// Bytes that a file may have.
const downloads: Readonly<Record<string, { readonly fp32: number; readonly int8: number }>> = {
  'fashion-nano': { fp32: 240_000, int8: 65_000 },
  'fashion-small': { fp32: 1_060_000, int8: 280_000 },
}

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
    for (const [dtype, form] of Object.entries(manifest.files ?? {})) {
      const small = await buildOnnx(model, name, manifest.recipe, form.temperature.value, dtype as WeightFormat)
      expect(createHash('sha256').update(small.bytes).digest('hex'), dtype).toBe(form.sha256)
      expect(Buffer.compare(small.bytes, await readFile(join(models, name, form.file))), dtype).toBe(0)
    }
  })

  it('has the forms that cost little enough, each with its own temperature, and no larger than promised', async () => {
    const { manifest, report } = await read(name)
    expect(Object.keys(report.forms ?? {})).toEqual(Object.keys(manifest.files ?? {}))
    for (const [dtype, { sha256, bytes, temperature, difference }] of Object.entries(report.forms ?? {})) {
      const file = manifest.files?.[dtype as WeightFormat]
      expect([file?.sha256, file?.bytes, file?.temperature.value]).toEqual([sha256, bytes, temperature])
      expect(reasonAgainst(difference)).toBeUndefined()
      expect(file?.flipTemperature?.value).toBeGreaterThan(0)
    }
    const limits = downloads[name]
    expect(manifest.bytes).toBeLessThanOrEqual(limits.fp32)
    expect(manifest.files?.int8?.bytes ?? 0).toBeLessThanOrEqual(limits.int8)
  })

  it('was trained by the recipe that config.ts still holds', async () => {
    const { manifest, report } = await read(name)
    const history = JSON.parse(await readFile(join(models, name, 'layers-model', 'history.json'), 'utf8')) as {
      recipe: unknown
      history: unknown[]
    }
    const recipe = Object.values<Recipe>(recipes).find(({ id }) => id === manifest.recipe)
    expect(history.recipe).toEqual(recipe)
    expect(report.recipe).toBe(recipe?.id)
    expect(history.history).toHaveLength(recipe?.epochs ?? 0)
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

  it('has one line in the test log for each form, the same figures in its report, and the card that they give', async () => {
    const { manifest, report } = await read(name)
    const log = await readTestLog(join(models, 'test-log.jsonl'))
    expect(report.sha256).toBe(manifest.sha256)
    for (const form of formsOf(manifest)) {
      const tta = form.tta === 'flip' ? form.tta : undefined
      const lines = log.filter((line) => line.sha256 === form.sha256 && line.tta === tta)
      expect(lines, form.name).toHaveLength(1)
      const test = reportedTest(report, form)
      expect(test !== undefined && agrees(lines[0], test), form.name).toBe(true)
    }
    expect(await readFile(join(models, name, 'MODEL_CARD.md'), 'utf8')).toBe(modelCard(manifest, report))
  })
})
