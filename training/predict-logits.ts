// A layers model and 8-bit pictures in, logits out; in batches, without leaving a tensor behind.
import type { Tensor2D } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { scalePictures } from './dataset/scale-pictures'
import { normalizePictures } from './train-step'

/** `pictures`: [N * 784]; `indices`: which of them. Returns logits, [indices.length * 10]. */
export async function predictLogits(
  tf: TensorFlow,
  model: LayersModel,
  pictures: Uint8Array,
  indices: Int32Array,
  batchSize = 500,
): Promise<Float32Array> {
  const logits = new Float32Array(indices.length * 10)
  for (let start = 0; start < indices.length; start += batchSize) {
    const chosen = indices.subarray(start, start + batchSize)
    const batch = new Float32Array(chosen.length * 784)
    scalePictures(pictures, chosen, batch)
    const answer = tf.tidy(() => model.apply(normalizePictures(tf, batch)) as Tensor2D)
    logits.set(await answer.data(), start * 10) // not dataSync, which webgpu lacks outside of a browser
    answer.dispose()
  }
  return logits
}
