// The larger of the shipped models, loaded, in; its conversion, in less than a second, out.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadModelFile } from '../src/cli/load-model-file'
import { convertLayersModel } from '../src/convert-model'

const path = fileURLToPath(new URL('../../../models/fashion-small/layers-model/model.json', import.meta.url))

it('converts fashion-small in less than a second once it is loaded', async () => {
  const model = await loadModelFile(path)
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    await convertLayersModel(model)
    times.push(performance.now() - start)
  }
  expect(Math.min(...times)).toBeLessThan(1000)
})
