// The files of the reference come in; none may import anything but each other, least of all the exporter.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { activate } from './activations'
import { planWindow } from './spatial'

const folder = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))

describe('the float64 reference', () => {
  it.each(files)('%s imports nothing from outside', (path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1])
    expect(imported.filter(name => !name.startsWith('.') || posix.join(posix.dirname(path), name).startsWith('..'))).toEqual([])
  })

  it('is not small by accident', () => expect(files.length).toBeGreaterThan(15))
})

// From tables of mathematical functions, not from a run of any of our code.
it.each([
  ['sigmoid', 1, 0.7310585786300049],
  ['tanh', 0.5, 0.46211715726000973],
  ['softplus', -2, 0.1269280110429726],
  ['gelu', 1, 0.8413447460685429],
  ['gelu', -5.5, -1.0444263e-7],
  ['elu', -1, -0.6321205588285577],
  ['selu', -1, -1.1113307378125625],
  ['hardSigmoid', 1, 0.7],
  ['mish', 1, 0.8650983882673103],
])('%s(%d) is %d', (name, x, y) => {
  const { data } = activate(name, { shape: [1], data: Float64Array.of(x) })
  expect(data[0] / y).toBeCloseTo(1, 6)
})

// TensorFlow's documentation of SAME and VALID: 13 inputs, a window of 6, strides of 5.
it.each([['same', 3, -1], ['valid', 2, 0]])('padding %s of 13 by a window of 6 with stride 5', (mode, outputs, start) => {
  expect(planWindow([13], [6], [5], [1], mode)).toEqual({ outputs: [outputs], starts: [start === 0 ? 0 : start] })
})
