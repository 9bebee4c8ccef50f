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

  it('takes a model without an embedding', () => {
    const { embeddingSize: _, ...rest } = sampleManifest({ outputs: { logits: 'a', probabilities: 'b' } })
    expect(parseManifest(rest).outputs.embedding).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['name', ''], ['description', 3], ['labels', []], ['labels', ['a', 'a']], ['labels', ['a', 1]], ['labels', 'a,b'],
    ['preprocess', 'none'], ['recipe', null], ['file', '../model.onnx'], ['file', '..'], ['file', 'a/b'], ['file', ''],
    ['file', 'C:x'], ['sha256', 'ab'], ['sha256', 'g'.repeat(64)], ['bytes', 0], ['bytes', 1.5], ['opset', '17'],
    ['parameters', -1], ['macs', null], ['embeddingSize', 0], ['license', undefined],
  ])('refuses %s: %j', (key, value) => {
    expect(messageFor(sampleManifest({ [key]: value }))).toContain(`"${key}" must be`)
  })

  it.each<[string, unknown]>([
    ['name', 1], ['type', 'uint8'], ['layout', 'NCHW'], ['width', 0], ['width', 1e9], ['height', 2.5], ['channels', 3],
    ['range', [0, 255]], ['polarity', 'dark-on-white'],
    ['resize.method', { method: 'bilinear', fit: 'longest-side', odd: 'top-left' }],
    ['resize.fit', { method: 'lanczos3', fit: 'cover', odd: 'top-left' }],
    ['resize.odd', { method: 'lanczos3', fit: 'longest-side' }],
    ['normalization.value.mean', { value: { mean: null, std: 1 }, applied: 'in-graph' }],
    ['normalization.value.std', { value: { mean: 0, std: 0 }, applied: 'in-graph' }],
    ['normalization.applied', { value: { mean: 0, std: 1 }, applied: 'outside' }],
  ])('refuses input.%s', (key, value) => {
    const json = sampleManifest({ input: sampleInput({ [key.split('.')[0]]: value }) })
    expect(messageFor(json)).toContain(`"input.${key}" must be`)
  })

  it.each<[string, Record<string, unknown>]>([
    ['outputs.logits', { outputs: { probabilities: 'b' } }],
    ['outputs.probabilities', { outputs: { logits: 'a', probabilities: 1 } }],
    ['outputs.embedding', { outputs: { logits: 'a', probabilities: 'b', embedding: '' } }],
    ['temperature.value', { temperature: { value: 0, applied: 'in-graph' } }],
    ['temperature.applied', { temperature: { value: 1 } }],
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
