// A process of its own: a training task as JSON in; images/s of model.fit on stock tfjs-node with the same layers out.
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from '../../training/backends/tensorflow'
import { scalePictures } from '../../training/dataset/scale-pictures'
import { createNetwork } from '../../training/network'
import { normalizePictures } from '../../training/train-step'
import { makeGarments } from '../garments'
import { openNativeTensorFlow } from '../../training/backends/open-native-tensorflow'
import { timeImages, type TimedImages } from './time-images'
import type { TrainingAnswer, TrainingTask } from './training-task'

const { shape, threads, batchSize, warmupSteps, steps } = JSON.parse(process.argv[2]) as TrainingTask
const { tf, software } = openNativeTensorFlow(threads)

/** Everything is in memory before the clock starts: [N, 28, 28, 1] and [N, 10]. */
function makeTensors(tensorflow: TensorFlow, count: number): { pictures: Tensor4D; targets: Tensor } {
  const { pictures, labels } = makeGarments(count)
  const pixels = new Float32Array(pictures.length)
  scalePictures(pictures, Int32Array.from({ length: count }, (_, place) => place), pixels)
  const targets = tensorflow.cast(tensorflow.oneHot(Int32Array.from(labels), 10), 'float32')
  return { pictures: normalizePictures(tensorflow, pixels) as Tensor4D, targets }
}

function compile(model: LayersModel): void {
  const loss = (targets: Tensor, logits: Tensor) => tf.losses.softmaxCrossEntropy(targets, logits)
  model.compile({ optimizer: tf.train.momentum(0.1, 0.9, true), loss })
}

function fit(model: LayersModel, times: number): Promise<TimedImages<number>> {
  const count = times * batchSize
  const { pictures, targets } = makeTensors(tf, count)
  return timeImages(count, async () => {
    const { history } = await model.fit(pictures, targets, { batchSize, epochs: 1, shuffle: false, verbose: 0 })
    return Number(history.loss[0])
  })
}

const model = createNetwork(tf, shape, 1)
compile(model)
await fit(model, warmupSteps)
const { result: loss, ...speed } = await fit(model, steps)
const answer: TrainingAnswer = { ...speed, loss, bytes: process.memoryUsage.rss(), software }
console.log(JSON.stringify(answer))
