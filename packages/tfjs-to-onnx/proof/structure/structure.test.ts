// Broken files come in; each must be refused by our own check, and ONNX Runtime must still overlook what it overlooked.
import { describe, expect, it } from 'vitest'
import { endToEndModels } from '../cases/models'
import { exportCase } from '../judge-case'
import { nodeAsWritten } from '../runners/onnxruntime-node'
import { fileFaults } from './file-faults'
import { negativeFixtures, spoilt } from './negative-fixtures'

const good = await exportCase({ id: 'mlp', family: 'model', graph: endToEndModels.mlp })

describe('the check of files', () => {
  it('finds nothing in a good file', () => expect(fileFaults(good)).toEqual([]))

  it.each(negativeFixtures.map(fixture => [fixture.id, fixture] as const))('refuses: %s', async (_, fixture) => {
    const bad = spoilt(good, fixture)
    expect(fileFaults(bad).join('; ')).toMatch(fixture.fault)
    const verdict = await nodeAsWritten.open(bad).then(() => 'accepts', () => 'refuses')
    expect(verdict).toBe(fixture.onnxRuntime)
  })
})
