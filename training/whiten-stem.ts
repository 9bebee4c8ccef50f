// A network and training pictures in; the network out, whose first convolution begins as a whitening of 3x3 patches.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { normalization } from './config'
import { PICTURE_PIXELS, PICTURE_SIDE } from './dataset/picture-size'

const side = 3
const points = side * side
// Patches of so many pictures: 676 each.
const sampleSize = 5000
// Added to each variance, so that directions in which patches hardly differ are not blown up.
const least = 0.01

/**
 * Page 2019, "How to train your ResNet 8": the leading principal directions of patches, each divided by its deviation,
 * and their negatives. Filters beyond twice nine keep what they were drawn as.
 */
export function whitenStem(tf: TensorFlow, model: LayersModel, pictures: Uint8Array, indices: Int32Array): void {
  const [kernel] = model.getLayer('stem_conv').getWeights() // [3, 3, 1, filters]
  const filters = kernel.shape[3] ?? 0
  const values = Float32Array.from(kernel.dataSync())
  leadingDirections(patchCovariance(pictures, indices)).forEach((direction, rank) => {
    if (2 * rank + 1 >= filters) return
    direction.forEach((weight, point) => {
      values[point * filters + 2 * rank] = weight
      values[point * filters + 2 * rank + 1] = -weight
    })
  })
  const whitened = tf.tensor4d(values, [side, side, 1, filters])
  model.getLayer('stem_conv').setWeights([whitened])
  whitened.dispose()
}

/** Of the normalised patches around zero, as a convolution sees them, [9, 9]. */
export function patchCovariance(pictures: Uint8Array, indices: Int32Array): Matrix {
  const sample = indices.subarray(0, sampleSize)
  const sums = Array.from({ length: points }, () => new Float64Array(points))
  const patch = new Float64Array(points)
  for (const picture of sample) {
    for (let y = 0; y <= PICTURE_SIDE - side; y++) {
      for (let x = 0; x <= PICTURE_SIDE - side; x++) {
        for (let point = 0; point < points; point++) {
          const pixel = (y + Math.floor(point / side)) * PICTURE_SIDE + x + (point % side)
          patch[point] = (pictures[picture * PICTURE_PIXELS + pixel] / 255 - normalization.mean) / normalization.std
        }
        sums.forEach((row, first) => patch.forEach((value, second) => (row[second] += patch[first] * value)))
      }
    }
  }
  const patches = sample.length * (PICTURE_SIDE - side + 1) ** 2
  return new Matrix(sums).div(patches)
}

/** Each divided by the deviation along it, from the largest to the smallest, [9] each. */
export function leadingDirections(covariance: Matrix): number[][] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true })
  const order = realEigenvalues.map((_, column) => column).sort((left, right) => realEigenvalues[right] - realEigenvalues[left])
  return order.map((column) => {
    const deviation = Math.sqrt(realEigenvalues[column] + least)
    return eigenvectorMatrix.getColumn(column).map((weight) => weight / deviation)
  })
}
