// Manifests and ONNX files that fit each other, and that do not, in; completed manifests, or typed errors, out.
import { describe, expect, it } from 'vitest'
import { FLOAT16, floats, INT64, makeOnnx, sampleGraph, UINT8, valueInfo } from '../../test/make-onnx'
import type { ElementType, Graph } from '../../test/make-onnx'
import { sampleInput, sampleManifest } from '../../test/sample-manifest'
import { matchFacts } from './match-facts'
import { readOnnx } from './onnx/read-onnx'
import { parseManifest } from './parse-manifest'

const match = (graph: Graph = {}, changes: Record<string, unknown> = {}) =>
  matchFacts(parseManifest(sampleManifest(changes)), readOnnx(makeOnnx({ ...sampleGraph, ...graph })))

const withInput = (...sizes: (number | string)[]) => ({ input: [valueInfo('image', sizes)] })

const withType = (type: ElementType) => ({ input: [valueInfo('image', ['N', 28, 28, 1], type)] })

describe('matchFacts', () => {
  it('changes nothing where the manifest says all', () => {
    expect(match()).toEqual(sampleManifest())
  })

  it('takes from the file what the manifest leaves out', () => {
    const unsaid = { opset: undefined, parameters: undefined, embeddingSize: undefined }
    expect(match(withInput(1, 28, 28, 1), unsaid)).toMatchObject({
      opset: 17,
      parameters: 4,
      embeddingSize: 2,
      input: { batch: 1 },
    })
    expect(match(withInput(8, 28, 28, 1)).input.batch).toBe(8)
    expect('batch' in match(withInput('N', 28, 28, 1)).input).toBe(false)
  })

  it('takes floats of 16 bits where the manifest says 32, and levels where it says so', () => {
    expect(match(withType(FLOAT16)).input.type).toBe('float16')
    expect(match({}, { input: sampleInput({ type: 'float16' }) }).input.type).toBe('float32')
    const bytes = sampleInput({ type: 'uint8', range: [0, 255] })
    expect(match(withType(UINT8), { input: bytes }).input.type).toBe('uint8')
    const halves = { output: [valueInfo('logits', ['N', 4], FLOAT16)] }
    expect(() => match(halves, { outputs: { logits: 'logits' } })).not.toThrow()
  })

  it('takes open sizes, and no shape at all', () => {
    expect(() => match(withInput('N', 'H', 'W', 'C'))).not.toThrow()
    expect(() =>
      match({
        input: [valueInfo('image', null)],
        output: ['logits', 'probabilities', 'embedding'].map((name) => valueInfo(name, null)),
      }),
    ).not.toThrow()
  })

  it('takes logits alone, and probabilities alone', () => {
    expect(() => match({ output: [valueInfo('logits', ['N', 4])] }, { outputs: { logits: 'logits' } })).not.toThrow()
    expect(() => match({ output: [valueInfo('p', ['N', 4, 1, 1])] }, { outputs: { probabilities: 'p' } })).not.toThrow()
  })

  it.each<[string, RegExp, Graph, Record<string, unknown>]>([
    ['model-invalid', /no input "image" \(it has "x"\)/, { input: [valueInfo('x', ['N', 28, 28, 1])] }, {}],
    ['model-invalid', /as \[N, 1, 28, 28\], not as \[N, 28, 28, 1\]/, withInput('N', 1, 28, 28), {}],
    ['model-invalid', /as \[N, 28, 28\], not as/, withInput('N', 28, 28), {}],
    ['model-invalid', /as \[N, 28, 28, 1\], not as \[N, 1, 28, 28\]/, {}, { input: sampleInput({ layout: 'NCHW' }) }],
    [
      'model-invalid',
      /as \[2, 28, 28, 1\], not as \[3, 28/,
      withInput(2, 28, 28, 1),
      { input: sampleInput({ batch: 3 }) },
    ],
    ['model-invalid', /no output "logits" \(it has "a"\)/, { output: [valueInfo('a', ['N', 4])] }, {}],
    ['model-invalid', /4 values as "logits" .* 2 labels/, {}, { labels: ['a', 'b'] }],
    ['model-invalid', /2 values as "embedding", not 3/, {}, { embeddingSize: 3 }],
    [
      'model-invalid',
      /4 values as "p" .* 2 labels/,
      { output: [valueInfo('p', ['N', 4])] },
      { labels: ['a', 'b'], outputs: { probabilities: 'p' } },
    ],
    [
      'model-unsupported',
      /more than a picture: "size"/,
      { input: [valueInfo('image', ['N', 28, 28, 1]), valueInfo('size', [2])] },
      {},
    ],
    ['model-invalid', /"image" as uint8, not as float32/, withType(UINT8), {}],
    ['model-unsupported', /"image" as int64; only float32, float16, uint8/, withType(INT64), {}],
    [
      'model-unsupported',
      /"logits" as int64; only float32 and float16/,
      { output: [valueInfo('logits', ['N', 4], INT64)] },
      {},
    ],
  ])('%s %s', (code, message, graph, changes) => {
    expect(() => match(graph, changes)).toThrow(message)
    expect(() => match(graph, changes)).toThrow(expect.objectContaining({ code }))
  })

  it('counts no weight as an input', () => {
    const input = [valueInfo('image', ['N', 28, 28, 1]), valueInfo('weight', [1, 4])]
    expect(() => match({ input, initializer: [floats('weight', [1, 2, 3, 4], [1, 4])] })).not.toThrow()
  })
})
