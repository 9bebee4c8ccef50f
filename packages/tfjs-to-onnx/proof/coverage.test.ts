// The table of supported layers and the cases come in; every class, key and value of a setting must be in a case.
import { describe, expect, it } from 'vitest'
import { supportedClasses } from '../src/layers/supported-classes'
import { buildModel } from './build-model'
import { activationNames } from './cases/activation-names'
import { layerCases, sweeps } from './cases/layer-cases'
import { endToEndModels } from './cases/models'
import { structureCases } from './cases/structure'
import { classesOf } from './graph-spec'
import { activationNames as definedActivations } from './reference/activations'
import { referenceTable } from './reference/reference-table'
import type { Sweep } from './sweep'
import { sweepCases } from './sweep'

/** All values of the settings that have a list of them. */
const allValues: Readonly<Record<string, readonly unknown[]>> = {
  padding: ['valid', 'same'],
  dataFormat: ['channelsLast', 'channelsFirst'],
  activation: activationNames,
  recurrentActivation: activationNames,
  interpolation: ['nearest', 'bilinear'],
  mergeMode: ['concat', 'sum', 'mul', 'ave', null],
  implementation: [1, 2],
  ...Object.fromEntries(['useBias', 'scale', 'center', 'returnSequences', 'returnState', 'goBackwards', 'unitForgetBias',
    'normalize', 'maskZero'].map(key => [key, [true, false]])),
}

/** Settings of a cell also stand in the configuration of the RNN around it; they are swept where the cell is a layer. */
const cellSettings = /^RNN (activation|recurrentActivation|unitForgetBias|dropout|recurrentDropout|implementation|resetAfter)$/

/** Settings that bear the name of another setting's list of values. */
const ownMeaning = new Set(['Rescaling scale', 'ZeroPadding2D padding'])

/** Settings with one value that tfjs or the converter accepts, and why. */
const oneValue: Readonly<Record<string, string>> = {
  'ELU alpha': 'tfjs refuses all but 1',
  'GRU resetAfter': 'tfjs always writes false',
  'stateful': 'the converter refuses true',
  'unroll': 'tfjs ignores it; true only prints a warning',
  'noiseShape': 'no effect at inference',
  'momentum': 'no effect at inference',
}

const naming = /^(name|trainable|dtype|batchInputShape|inputDType)$|(Initializer|Regularizer|Constraint)$/

/** Per key of the serialised configuration the different values that occur in the cases of a sweep. */
function valuesIn(sweep: Sweep): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { graph } of sweepCases(sweep)) {
    const model = buildModel(graph)
    for (const [key, value] of Object.entries(model.getLayer('y').getConfig())) {
      if (!naming.test(key)) found.set(key, (found.get(key) ?? new Set()).add(JSON.stringify(value) ?? 'undefined'))
    }
    if (sweep.class === 'Bidirectional') {
      const mode = (graph.steps[0].run as { config: { mergeMode?: unknown } }).config.mergeMode
      found.set('mergeMode', (found.get('mergeMode') ?? new Set()).add(JSON.stringify(mode === undefined ? 'concat' : mode)))
    }
    model.dispose()
  }
  return found
}

describe('every supported class', () => {
  it('has a definition in the reference, a sweep, and the other way round', () => {
    const supported = [...supportedClasses.layers].sort()
    expect(Object.keys(referenceTable).sort()).toEqual(supported)
    expect([...new Set(sweeps.map(sweep => sweep.class)), 'InputLayer'].sort()).toEqual(supported)
    expect([...definedActivations].sort()).toEqual([...activationNames].sort())
  })

  it('has cells inside an RNN, and models inside models', () => {
    const classes = new Set(layerCases.flatMap(({ graph }) => [...classesOf(graph)]))
    expect(supportedClasses.cells.filter(name => !classes.has(name))).toEqual([])
    expect(structureCases.some(({ graph }) => graph.steps.some(({ run }) => 'steps' in run))).toBe(true)
    expect(Object.values(endToEndModels).some(({ sequential }) => sequential)).toBe(true)
  })

  it.each(sweeps.map(sweep => [sweep.class, sweep] as const))('%s: each key of its configuration takes each value', (name, sweep) => {
    const missing = [...valuesIn(sweep)].flatMap(([key, values]) => {
      if (oneValue[key] || oneValue[`${name} ${key}`] || cellSettings.test(`${name} ${key}`)) return []
      const wanted = ownMeaning.has(`${name} ${key}`) ? undefined : allValues[key]
      if (!wanted) return values.size > 1 ? [] : [`${key} is always ${[...values].join()}`]
      return wanted.filter(value => !values.has(JSON.stringify(value))).map(value => `${key} is never ${JSON.stringify(value)}`)
    })
    expect(missing).toEqual([])
  })
})
