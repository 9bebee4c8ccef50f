// Models come in twice, on one backend and on another; the exported bytes must be the same.
import '@tensorflow/tfjs-backend-wasm'
import { createHash } from 'node:crypto'
import * as core from '@tensorflow/tfjs-core'
import { expect, it } from 'vitest'
import { available } from '../../../test/requirement'
import { convertLayersModel } from '../src/convert-model'
import { buildModel } from './build-model'
import { endToEndModels } from './cases/models'
import { randomGraph } from './fuzz/random-graph'
import type { GraphSpec } from './graph-spec'
import { isInstalled, useBackend } from './oracles/backends'

const graphs: Readonly<Record<string, GraphSpec>> = {
  ...endToEndModels,
  ...Object.fromEntries([3, 14, 15, 92, 65].map(seed => [`seed ${seed}`, randomGraph(seed)])),
}

// Layers are named anew, so a second model of the same data is as independent as one loaded from a file.
async function hashes(graph: GraphSpec, times: number): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < times; i += 1) {
    const { bytes } = await convertLayersModel(buildModel(graph))
    found.push(createHash('sha256').update(bytes).digest('hex'))
  }
  return found
}

it.each(Object.entries(graphs))('%s', async (_, graph) => {
  await useBackend('cpu')
  const model = buildModel(graph)
  const first = await convertLayersModel(model)
  expect((await convertLayersModel(model)).bytes).toEqual(first.bytes)
  const onCpu = await hashes(graph, 2)
  await core.setBackend('wasm')
  expect(core.getBackend()).toBe('wasm')
  const onWasm = await hashes(graph, 1)
  expect(new Set([...onCpu, ...onWasm]).size).toBe(1)
})

it.skipIf(!available('native', isInstalled('tensorflow'), 'tfjs-node, to export from one more backend'))('on tfjs-node too', async () => {
  for (const graph of Object.values(graphs)) {
    await useBackend('cpu')
    const onCpu = await hashes(graph, 1)
    await useBackend('tensorflow')
    expect(await hashes(graph, 1)).toEqual(onCpu)
  }
})
