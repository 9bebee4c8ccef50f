// Topologies in; the same with zeros in place of what would fill the weights before they are loaded out.
import { expect, it } from 'vitest'
import { withoutInitializers } from './without-initializers'

const zeros = { class_name: 'Zeros', config: {} }
const orthogonal = { class_name: 'Orthogonal', config: { gain: 1 } }

it('replaces initializers at every depth, and nothing else', () => {
  const topology = {
    class_name: 'Sequential',
    config: { layers: [
      { class_name: 'LSTM', config: { units: 4, recurrent_initializer: orthogonal, bias_initializer: null, kernel_regularizer: null } },
      { class_name: 'Bidirectional', config: { layer: { class_name: 'GRU', config: { kernel_initializer: 'glorot_normal' } } } },
      { class_name: 'PReLU', config: { alphaInitializer: orthogonal, name: 'kernel_initializer' } },
    ] },
  }
  const before = structuredClone(topology)
  expect(withoutInitializers(topology)).toEqual({
    class_name: 'Sequential',
    config: { layers: [
      { class_name: 'LSTM', config: { units: 4, recurrent_initializer: zeros, bias_initializer: null, kernel_regularizer: null } },
      { class_name: 'Bidirectional', config: { layer: { class_name: 'GRU', config: { kernel_initializer: zeros } } } },
      { class_name: 'PReLU', config: { alphaInitializer: zeros, name: 'kernel_initializer' } },
    ] },
  })
  expect(topology).toEqual(before)
})
