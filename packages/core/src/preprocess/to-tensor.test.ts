// Every byte in; the float32 that the model takes out.
import { expect, it } from 'vitest'
import { toTensor } from './to-tensor'

it('is the float32 nearest to value / 255 for each byte', () => {
  const data = Uint8Array.from({ length: 256 }, (_, value) => value)
  const normalization = { value: { mean: 0.3, std: 0.4 }, applied: 'in-graph' } as const
  const input = { layout: 'NHWC', channels: 1, range: [0, 1], normalization } as const
  const tensor = toTensor({ data, width: 16, height: 16, channels: 1 }, input)
  const divided = new Float32Array(256) // float32 / float32, rounded once: what a framework's division gives
  for (let value = 0; value < 256; value++) divided[value] = Math.fround(value) / Math.fround(255)
  expect(tensor).toEqual(divided)
  expect([tensor[0], tensor[51], tensor[255]]).toEqual([0, Math.fround(0.2), 1])
})
