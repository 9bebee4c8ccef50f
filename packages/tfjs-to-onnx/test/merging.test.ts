// Networks whose branches are added up come in; merged or not, the file must agree with tfjs.
import * as tf from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from './compare-with-tfjs'
import { randomizeWeights } from './random-weights'

const { layers } = tf
type Branch = (x: SymbolicTensor) => SymbolicTensor

/** Convolved by a window, then normalised. */
const convolved = (kernelSize: number | [number, number], settings: object = {}): Branch => (x) => {
  const options = { filters: 3, kernelSize, padding: 'same' as const, useBias: false, ...settings }
  return normalized(layers.conv2d(options).apply(x) as SymbolicTensor)
}
const normalized: Branch = x => layers.batchNormalization().apply(x) as SymbolicTensor
const untouched: Branch = x => x

/** relu(x * 2 + 1), so that the branches begin at a value that is no input, then the sum of the branches, then relu. */
function branching(shape: (number | null)[], ...branches: readonly Branch[]): tf.LayersModel {
  const input = tf.input({ shape, name: 'x' })
  const x = layers.reLU().apply(layers.rescaling({ scale: 2, offset: 1 }).apply(input)) as SymbolicTensor
  const sum = layers.add({ name: 'sum' }).apply(branches.map(branch => branch(x))) as SymbolicTensor
  return randomizeWeights(tf.model({ inputs: input, outputs: layers.reLU().apply(sum) as SymbolicTensor }))
}

describe('branches become one convolution', () => {
  it.each([
    ['3x3 and 1x1', [9, 7, 3], [convolved(3), convolved(1)]],
    ['1x1 and 3x3', [9, 7, 3], [convolved(1), convolved(3)]],
    ['with a bias on one side', [9, 7, 3], [convolved(3, { useBias: true }), convolved(1)]],
    ['of even sizes, a stride of two', [8, 6, 3], [convolved(3, { strides: 2 }), convolved(1, { strides: 2 })]],
    ['of odd sizes, a stride of two', [9, 7, 3], [convolved(3, { strides: 2 }), convolved(1, { strides: 2 })]],
    ['3x3, 1x3 and 3x1', [9, 7, 3], [convolved(3), convolved([1, 3]), convolved([3, 1])]],
    ['5x5 and 3x3 on one row', [1, 7, 3], [convolved(5), convolved(3)]],
    ['3x3 and the normalised input', [9, 7, 3], [convolved(3), normalized]],
    ['the normalised input and 1x1', [9, 7, 3], [normalized, convolved(1)]],
    ['3x3, 1x1 and the normalised input', [9, 7, 3], [convolved(3), convolved(1), normalized]],
    ['4x4 and 3x3', [9, 7, 3], [convolved(4), convolved(3)]],
    ['two of the same size', [9, 7, 3], [convolved(3), convolved(3)]],
  ] as const)('%s', async (_, shape, branches) => {
    const model = branching([...shape], ...branches)
    const { report } = await expectSameAsTfjs(model)
    expect(report.mergedLayers).toEqual(branches.slice(1).map(() => 'sum'))
    expect(report.operators).toMatchObject({ Conv: 1 })
    expect(report.operators.BatchNormalization).toBeUndefined()
    const { report: kept } = await expectSameAsTfjs(model, { options: { mergeBranches: false } })
    expect(kept.mergedLayers).toEqual([])
    expect(kept.multiplyAccumulates).toBeGreaterThanOrEqual(report.multiplyAccumulates)
  })

  it('along one axis', async () => {
    const input = tf.input({ shape: [9, 3], name: 'x' })
    const branches = [3, 1].map(kernelSize => layers.conv1d({ filters: 4, kernelSize, padding: 'same' }).apply(input))
    const sum = layers.add({ name: 'sum' }).apply(branches as SymbolicTensor[]) as SymbolicTensor
    const { report } = await expectSameAsTfjs(randomizeWeights(tf.model({ inputs: input, outputs: sum })))
    expect(report.mergedLayers).toEqual(['sum'])
  })
})

describe('branches stay apart', () => {
  it.each([
    ['where they slide in other steps', [8, 8, 3], [convolved(5, { padding: 'valid' }), convolved(3, { strides: 2 })]],
    ['where one is dilated', [9, 7, 3], [convolved(3, { dilationRate: 2 }), convolved(1)]],
    ['where one is broadcast', [9, 7, 3], [convolved(3), convolved([9, 7], { padding: 'valid' })]],
    ['where both only scale', [9, 7, 3], [normalized, normalized]],
    ['where one is the value itself', [9, 7, 3], [convolved(3), untouched]],
    ['where no window holds the other', [9, 7, 3], [convolved([3, 1]), convolved([1, 3])]],
  ] as const)('%s', async (_, shape, branches) => {
    const { report } = await expectSameAsTfjs(branching([...shape], ...branches))
    expect(report.mergedLayers).toEqual([])
  })

  it('where another layer reads one of them', async () => {
    const model = branching([9, 7, 3], convolved(3), (x) => {
      const narrow = convolved(1)(x)
      return layers.multiply().apply([narrow, narrow]) as SymbolicTensor
    })
    expect((await expectSameAsTfjs(model)).report.mergedLayers).toEqual([])
  })

  it('where the caller asks for one of them', async () => {
    const named: Branch = x => layers.conv2d({ filters: 3, kernelSize: 1, name: 'narrow' }).apply(x) as SymbolicTensor
    const model = branching([9, 7, 3], convolved(3), named)
    const both = tf.model({ inputs: model.inputs, outputs: [model.getLayer('narrow').output, model.outputs[0]].flat() })
    const { report } = await expectSameAsTfjs(both)
    expect(report.mergedLayers).toEqual([])
  })
})
