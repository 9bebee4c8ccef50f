// A network and batches in; its batch-norm statistics, estimated anew for the weights that it has now, out.
import type { Layer, LayersModel, TensorFlow } from './backends/tensorflow'
import { normalizePictures } from './train-step'

/**
 * The averaged weights of a run never saw the batches that its averaged statistics are of (Izmailov et al. 2018, section
 * 3.2). `batches`: pictures as the training sees them, 0..1, [batch * 784] each. The mean over all of them is kept.
 */
export function estimateStatistics(tf: TensorFlow, model: LayersModel, batches: Iterable<Float32Array>): void {
  const layers = model.layers.filter((layer) => layer.getClassName() === 'BatchNormalization') as (Layer & {
    momentum: number
  })[]
  const momenta = layers.map(({ momentum }) => momentum)
  let seen = 0
  for (const pictures of batches) {
    for (const layer of layers) layer.momentum = seen / (seen + 1) // the first batch replaces, the next ones are averaged
    seen += 1
    tf.tidy(() => void model.apply(normalizePictures(tf, pictures), { training: true }))
  }
  layers.forEach((layer, index) => (layer.momentum = momenta[index]))
}
