// A trained network and training pictures in; its logits on every view, flip-averaged, out.
import type { Float16Array } from '@petamoriken/float16'
import type { Tensor2D } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from '../backends/tensorflow'
import { normalizePictures } from '../train-step'
import type { ViewSet } from './distillation-recipe'
import { drawView } from './draw-view'

export interface AskTeacherOptions {
  readonly pictures: Uint8Array
  /** The training pictures, in the order of the answer. */
  readonly indices: Int32Array
  readonly views: ViewSet
  /** Filled in place, [views * pictures * 10]; the first `done` views are there already. */
  readonly logits: Float16Array
  readonly done: number
  /** Waited for after each view, so that the caller can save what there is. */
  readonly onView: (done: number) => Promise<void>
}

const batchSize = 500

export async function askTeacher(
  tf: TensorFlow,
  teacher: LayersModel,
  { pictures, indices, views, logits, done, onView }: AskTeacherOptions,
): Promise<void> {
  // Two views at a time, which are each other's mirror images.
  for (let view = done; view < views.count; view += 2) {
    for (let start = 0; start < indices.length; start += batchSize) {
      const chosen = indices.subarray(start, start + batchSize)
      const batch = new Float32Array(chosen.length * 784)
      chosen.forEach((picture, place) => drawView(pictures, indices, { picture, view }, views, batch, place))
      const answer = flipAveraged(tf, teacher, batch)
      for (const each of [view, view + 1]) logits.set(answer, (each * indices.length + start) * 10)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await onView(view + 2)
  }
}

/** Mean over the picture and its mirror image, [N * 10]. */
function flipAveraged(tf: TensorFlow, teacher: LayersModel, batch: Float32Array): Float32Array {
  return tf.tidy(() => {
    const input = normalizePictures(tf, batch) // [N, 28, 28, 1]
    const [plain, mirrored] = [input, tf.reverse(input, 2)].map((view) => teacher.apply(view) as Tensor2D)
    return tf.div(tf.add(plain, mirrored), 2).dataSync() as Float32Array
  })
}
