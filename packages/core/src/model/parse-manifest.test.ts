// Valid and damaged manifests in; the manifest, or an error that names the key, out.
import { describe, expect, it } from 'vitest'
import { sampleInput, sampleManifest } from '../../test/sample-manifest'
import { ClassifierError } from '../classifier-error'
import { manifestFields } from './manifest-fields'
import { parseManifest } from './parse-manifest'

function messageFor(json: unknown): string {
  try {
    parseManifest(json)
  } catch (error) {
    expect(error).toBeInstanceOf(ClassifierError)
    expect(error).toMatchObject({ code: 'model-manifest' })
    return (error as ClassifierError).message
  }
  throw new Error('accepted')
}

describe('parseManifest', () => {
  it('keeps every field, also unknown ones, in a frozen copy', () => {
    const json = sampleManifest({ later: { nested: [1] } })
    const manifest = parseManifest(json)
    expect(manifest).toEqual(json)
    expect(manifest).not.toBe(json)
    expect(Object.isFrozen(manifest.labels)).toBe(true)
    expect(Object.isFrozen(json.labels)).toBe(false)
  })

  it("fills in what a model of one's own need not say", () => {
    const { manifestVersion, name, labels, input } = sampleManifest()
    expect(parseManifest({ manifestVersion, name, labels, input, outputs: { logits: 'a' } })).toEqual({
      manifestVersion,
      name,
      labels,
      input,
      outputs: { logits: 'a', probabilities: 'softmax(a)', derived: 'softmax' },
      description: '',
      preprocess: 'auto',
      temperature: { value: 1, applied: 'in-graph' },
      recipe: 'none',
      dtype: 'fp32',
      file: 'model.onnx',
      sha256: '',
      bytes: 0,
      opset: 0,
      parameters: 0,
      macs: 0,
      license: 'not stated',
    })
  })

  it.each([
    [
      { logits: 'a', derived: 'sigmoid' },
      { logits: 'a', probabilities: 'sigmoid(a)', derived: 'sigmoid' },
    ],
    [{ probabilities: 'b' }, { logits: 'log(b)', probabilities: 'b', derived: 'log' }],
    [
      { logits: 'a', probabilities: 'b' },
      { logits: 'a', probabilities: 'b' },
    ],
  ])('names the output that the graph does not have: %j', (outputs, completed) => {
    const once = parseManifest(sampleManifest({ outputs }))
    expect(once.outputs).toEqual(completed)
    expect(parseManifest(once)).toEqual(once)
  })

  it('takes colours', () => {
    const input = {
      ...sampleInput({
        layout: 'NCHW',
        channels: 3,
        range: [-1, 1],
        resize: { method: 'bicubic', fit: 'shortest-side', length: 256 },
        normalization: { value: { mean: [0.5, 0.4, 0.3], std: 2 }, applied: 'in-pipeline' },
      }),
      polarity: undefined,
    }
    expect(parseManifest(sampleManifest({ input })).input.channels).toBe(3)
    const refuse = (changes: object) => messageFor(sampleManifest({ input: { ...input, ...changes } }))
    expect(refuse({ polarity: 'bright-on-black' })).toContain('"input.polarity" must be left out')
    expect(refuse({ resize: sampleInput().resize })).toContain('"input.resize" must be another one')
    expect(refuse({ normalization: { value: { mean: [1, 2], std: 1 }, applied: 'in-graph' } })).toContain(
      '"input.normalization.value.mean" must be one number, or as many as the input has channels',
    )
  })

  it('takes a model without an embedding', () => {
    const { embeddingSize: _, ...rest } = sampleManifest({ outputs: { logits: 'a', probabilities: 'b' } })
    expect(parseManifest(rest).outputs.embedding).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['name', ''],
    ['description', 3],
    ['labels', []],
    ['labels', ['a', '']],
    ['labels', ['a', 1]],
    ['labels', 'a,b'],
    ['preprocess', 'none'],
    ['recipe', null],
    ['file', '../model.onnx'],
    ['file', '..'],
    ['file', '/model.onnx'],
    ['file', 'a/../b'],
    ['file', 'a//b'],
    ['file', 'a/'],
    ['file', './a'],
    ['file', 'a\\b'],
    ['file', 'a\n/../b'],
    ['file', ''],
    ['file', 'C:x'],
    ['file', 'a%2e'],
    ['sha256', 'ab'],
    ['sha256', 'g'.repeat(64)],
    ['bytes', 0],
    ['bytes', 1.5],
    ['opset', '17'],
    ['parameters', -1],
    ['macs', null],
    ['embeddingSize', 0],
    ['license', 7],
    ['dtype', 'q4'],
    ['files', []],
    ['files', { int8: { file: 'a', sha256: 'ab', bytes: 1 } }],
    ['files', { int8: { file: '../a', sha256: 'ab'.repeat(32), bytes: 1 } }],
    ['files', { later: 1 }],
  ])('refuses %s: %j', (key, value) => {
    expect(messageFor(sampleManifest({ [key]: value }))).toContain(`"${key}" must be`)
  })

  it.each<[string, unknown]>([
    ['name', 1],
    ['type', 'int32'],
    ['layout', 'CHW'],
    ['width', 0],
    ['width', 1e9],
    ['height', 2.5],
    ['channels', 4],
    ['range', [0, 0]],
    ['range', [1]],
    ['polarity', 'dark-on-white'],
    ['batch', 0],
    ['resize', { method: 'bilinear', fit: 'longest-side', odd: 'top-left' }],
    ['resize', { method: 'lanczos3', fit: 'cover', odd: 'top-left' }],
    ['resize', { method: 'lanczos3', fit: 'longest-side' }],
    ['resize', { method: 'bicubic', fit: 'exact', width: 9 }],
    ['resize', { method: 'box', fit: 'shortest-side' }],
    ['resize', { method: 'cubic', fit: 'exact', width: 9, height: 9 }],
    ['resize', 'none'],
    ['normalization.value.mean', { value: { mean: [1, 2], std: 1 }, applied: 'in-graph' }],
    ['normalization.value.std', { value: { mean: 1, std: [1, 0] }, applied: 'in-graph' }],
    ['normalization.value.mean', { value: { mean: null, std: 1 }, applied: 'in-graph' }],
    ['normalization.value.std', { value: { mean: 0, std: 0 }, applied: 'in-graph' }],
    ['normalization.applied', { value: { mean: 0, std: 1 }, applied: 'outside' }],
  ])('refuses input.%s', (key, value) => {
    const json = sampleManifest({ input: sampleInput({ [key.split('.')[0]]: value }) })
    expect(messageFor(json)).toContain(`"input.${key}" must be`)
  })

  it.each<[string, Record<string, unknown>]>([
    ['range', { range: [0, 1] }],
    ['range', { range: [-1, 1] }],
    ['normalization.applied', { normalization: { value: { mean: 0, std: 1 }, applied: 'in-pipeline' } }],
  ])('refuses input.%s of levels with %j', (key, changes) => {
    const json = sampleManifest({ input: sampleInput({ type: 'uint8', range: [0, 255], ...changes }) })
    expect(messageFor(json)).toMatch(new RegExp(`"input.${key}" must be .* for an input of uint8`))
  })

  it.each<[string, Record<string, unknown>]>([
    ['outputs.logits', { outputs: {} }],
    ['outputs.logits', { outputs: { logits: '', probabilities: 'b' } }],
    ['outputs.derived', { outputs: { logits: 'a', probabilities: 'b', derived: 'softmax' } }],
    ['outputs.derived', { outputs: { logits: 'a', derived: 'log' } }],
    ['outputs.derived', { outputs: { probabilities: 'b', derived: 'softmax' } }],
    ['outputs.probabilities', { outputs: { logits: 'a', probabilities: 1 } }],
    ['outputs.embedding', { outputs: { logits: 'a', probabilities: 'b', embedding: '' } }],
    ['temperature.value', { temperature: { value: 0, applied: 'in-graph' } }],
    ['temperature.applied', { temperature: { value: 1 } }],
    ['temperature.value', { temperature: { applied: 'in-graph' } }],
  ])('refuses %s', (key, changes) => {
    expect(messageFor(sampleManifest(changes))).toContain(`"${key}" must be`)
  })

  it('names every required field when it is missing', () => {
    for (const { key, optional } of manifestFields) {
      if (optional) continue
      const json = sampleManifest()
      const path = key.split('.')
      const last = path[path.length - 1]
      let owner = json
      for (const part of path.slice(0, -1)) owner = owner[part] as Record<string, unknown>
      delete owner[last]
      expect(messageFor(json)).toContain(`"${key}" must be`)
      expect(messageFor(json)).toContain('it is missing')
    }
  })

  it('tells to update for a newer version, whatever else is in it', () => {
    expect(messageFor({ manifestVersion: 2 })).toMatch(/version 2.*reads version 1\. Update this package\./)
  })

  it.each([[0], ['1'], [1.5], [null], [undefined]])('refuses version %j', (manifestVersion) => {
    expect(messageFor(sampleManifest({ manifestVersion }))).toContain('"manifestVersion" must be 1')
  })

  it.each([[null], ['{}'], [[]], [1]])('refuses %j as a whole', (json) => {
    expect(messageFor(json)).toContain('must be a JSON object')
  })
})
