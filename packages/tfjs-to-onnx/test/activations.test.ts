// Every activation of tfjs comes in, on vectors and behind a convolution; every runtime must agree with tfjs.
import * as tf from '@tensorflow/tfjs-layers'
import { expect, it } from 'vitest'
import { activationTable } from '../src/layers/activation-table'
import { expectSameOutputs } from './compare-runtimes'
import { randomizeWeights } from './random-weights'

type ActivationName = Parameters<typeof tf.layers.activation>[0]['activation']

const names = Object.keys(activationTable) as ActivationName[]

it('knows all activations of tfjs', () => {
  expect(names).toHaveLength(16)
})

it.each(names.flatMap(name => [[name, 17], [name, 18]] as const))('%s, opset %i', async (activation, opset) => {
  const convolution = tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [5, 6, 2], name: 'conv' })
  const model = tf.sequential({ layers: [
    convolution,
    tf.layers.activation({ activation, name: 'inner' }),
    tf.layers.flatten({ name: 'flat' }),
    tf.layers.dense({ units: 5, activation, name: 'dense' }),
  ] })
  await expectSameOutputs(randomizeWeights(model), { opset })
})
