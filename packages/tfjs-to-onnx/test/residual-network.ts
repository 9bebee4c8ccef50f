// Input sizes come in; a small residual network with both global poolings, every weight random, goes out.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { randomizeWeights } from './random-weights'

export function residualNetwork(inputShape: [number, number, number] = [28, 28, 1]): LayersModel {
  const input = tf.input({ shape: inputShape, name: 'image' })
  const stem = block(input, 'stem', 16, 1)
  const down = block(stem, 'down', 32, 2)
  const first = block(down, 'first', 32, 1)
  const second = normalizedConvolution(first, 'second', 32, 1)
  const sum = tf.layers.add({ name: 'sum' }).apply([down, second]) as SymbolicTensor
  const active = tf.layers.reLU({ name: 'sum_relu' }).apply(sum) as SymbolicTensor
  const average = tf.layers.globalAveragePooling2d({ name: 'average' }).apply(active) as SymbolicTensor
  const largest = tf.layers.globalMaxPooling2d({ name: 'largest' }).apply(active) as SymbolicTensor
  const pool = tf.layers.concatenate({ name: 'pool' }).apply([average, largest])
  const dropped = tf.layers.dropout({ name: 'dropout', rate: 0.3 }).apply(pool)
  const logits = tf.layers.dense({ name: 'logits_layer', units: 10 }).apply(dropped) as SymbolicTensor
  return randomizeWeights(tf.model({ inputs: input, outputs: logits, name: 'residual' }))
}

function block(input: SymbolicTensor, name: string, filters: number, strides: number): SymbolicTensor {
  const normalized = normalizedConvolution(input, name, filters, strides)
  return tf.layers.activation({ name: `${name}_relu`, activation: 'relu' }).apply(normalized) as SymbolicTensor
}

function normalizedConvolution(input: SymbolicTensor, name: string, filters: number, strides: number): SymbolicTensor {
  const settings = { filters, strides, kernelSize: 3, padding: 'same' as const, useBias: false }
  const convolved = tf.layers.conv2d({ name: `${name}_conv`, ...settings }).apply(input)
  return tf.layers.batchNormalization({ name: `${name}_norm` }).apply(convolved) as SymbolicTensor
}
