// Pictures and sessions that answer well and badly in; each picture's own outputs, or the typed error, out.
import { describe, expect, it } from 'vitest'
import type { ModelInput } from '../manifest'
import type { Session } from '../runtime'
import type { InputTensor, Tensor } from '../tensor'
import { runModel } from './run-model'
import type { OutputLengths } from './model-outputs'

const input = {
  name: 'image',
  type: 'float32',
  layout: 'NHWC',
  width: 2,
  height: 1,
  channels: 1,
  range: [0, 1],
  resize: { method: 'none' },
  normalization: { value: { mean: 0, std: 1 }, applied: 'in-graph' },
} as const
const outputs = { logits: 'logits', probabilities: 'scores', embedding: 'embedding' }
const pictures = [Float32Array.of(1, 2), Float32Array.of(3, 4)]

/** A session that answers every output with these values. */
const answering = (data: unknown, seen: InputTensor[] = []): Session => ({
  runtime: 'onnxruntime-node',
  runtimeVersion: '0.0.0',
  threads: 1,
  run: async (_name, tensor, names) => {
    seen.push(tensor)
    return Object.fromEntries(names.map((name) => [name, { data, dims: [] } as unknown as Tensor]))
  },
  release: async () => undefined,
})

const run = (session: Session, lengths: OutputLengths, given = pictures, manifestInput: ModelInput = input) =>
  runModel(session, { input: manifestInput, outputs }, given, lengths)

describe('the input', () => {
  it.each([
    ['uint8', Uint8Array.of(1, 2, 3, 4)],
    ['float16', Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400)],
  ] as const)('is %s where the graph takes that', async (type, data) => {
    const seen: InputTensor[] = []
    await run(answering(new Float32Array(2), seen), { scores: 1 }, pictures, { ...input, type })
    expect(seen).toEqual([{ type, data, dims: [2, 1, 2, 1] }])
  })

  it('is one tensor for all pictures', async () => {
    const seen: InputTensor[] = []
    await run(answering(new Float32Array(2), seen), { scores: 1 })
    expect(seen).toEqual([{ data: Float32Array.of(1, 2, 3, 4), dims: [2, 1, 2, 1] }])
  })

  it('is the very values of a picture that is alone, uncopied', async () => {
    const seen: InputTensor[] = []
    await run(answering(new Float32Array(1), seen), { scores: 1 }, [pictures[1]])
    expect(seen[0].data).toBe(pictures[1])
    expect(seen[0].dims).toEqual([1, 1, 2, 1])
  })

  it.each([
    ['in a row, uncopied', [1, 2], [3, 4, 5, 6], true], ['with a gap', [0, 2], [1, 2, 5, 6], false],
    ['in another order', [2, 1], [5, 6, 3, 4], false],
  ])('is right where the pictures lie in one memory %s', async (_, [first, second], expected, isShared) => {
    const memory = Float32Array.of(1, 2, 3, 4, 5, 6)
    const pair = [first, second].map((place) => memory.subarray(2 * place, 2 * place + 2))
    const seen: Tensor[] = []
    await run(answering(new Float32Array(2), seen), { scores: 1 }, pair)
    expect([...seen[0].data as Float32Array]).toEqual(expected)
    expect((seen[0].data as Float32Array).buffer === memory.buffer).toBe(isShared)
  })
})

describe('the outputs', () => {
  it('are of each picture its own, in memory of its own', async () => {
    const values = Float32Array.of(1, 2, 3, 4, 5, 6)
    const rows = await run(answering(values), { scores: 3 })
    values.fill(0)
    expect(rows).toEqual([{ scores: Float32Array.of(1, 2, 3) }, { scores: Float32Array.of(4, 5, 6) }])
    expect(rows.map(({ scores }) => scores.buffer.byteLength)).toEqual([12, 12])
  })

  it('of unknown length are divided among the pictures', async () => {
    const rows = await run(answering(Float32Array.of(1, 2, 3, 4)), { embedding: null })
    expect(rows.map(({ embedding }) => Array.from(embedding))).toEqual([[1, 2], [3, 4]])
  })

  it.each<[string, unknown, OutputLengths, string]>([
    ['of another number', new Float32Array(5), { scores: 3 }, 'gave 5 values as "scores" for 2 pictures; expected 2 x 3'],
    ['that cannot be divided', new Float32Array(5), { embedding: null }, 'expected a multiple of 2'],
    ['none at all', new Float32Array(0), { embedding: null }, 'gave 0 values'],
    ['of another type', new Float64Array(6), { scores: 3 }, 'gave no float32 output "scores"'],
  ])('%s: model-invalid', async (_case, data, lengths, words) => {
    const failing = run(answering(data), lengths)
    await expect(failing).rejects.toMatchObject({ code: 'model-invalid' })
    await expect(failing).rejects.toThrow(words)
  })

  it.each([Number.NaN, Infinity, -Infinity])('%d: run-failed', async (value) => {
    await expect(run(answering(Float32Array.of(0, value)), { scores: 1 })).rejects.toMatchObject({ code: 'run-failed' })
  })
})
