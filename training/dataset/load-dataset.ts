// The folder of Fashion-MNIST comes in, training pictures with labels and test pictures without come out.
import type { NdArray } from 'ndarray'
import { DatasetError } from './dataset-error'
import { locateDataset } from './locate-dataset'
import type { DatasetLocation, LocateOptions } from './locate-dataset'
import { readImages, readLabels } from './read-part'

export interface LabelledPictures {
  /** uint8 [N, 28, 28] */
  images: NdArray<Uint8Array>
  /** uint8 [N], 0 to 9 */
  labels: NdArray<Uint8Array>
}

export interface Dataset {
  location: DatasetLocation
  train: LabelledPictures
  /** Without labels: those are for the final evaluation alone, see load-test-labels. */
  test: { images: NdArray<Uint8Array> }
}

/** Finds (or downloads) the data and reads all but the labels of the test pictures. */
export async function loadDataset(options: LocateOptions = {}): Promise<Dataset> {
  const location = await locateDataset(options)
  const train = await loadTrainingSet(location, options.signal)
  return { location, train, test: { images: await loadTestImages(location, options.signal) } }
}

/**
 * The 60,000 training pictures and their labels.
 * @throws DatasetError for missing, damaged or mismatched files
 */
export async function loadTrainingSet(location: DatasetLocation, signal?: AbortSignal): Promise<LabelledPictures> {
  const images = await readImages(location.directory, 'train', signal)
  const labels = await readLabels(location.directory, 'train', signal)
  if (images.shape[0] !== labels.shape[0]) {
    throw new DatasetError('dataset-size', {
      problem: 'Training pictures and labels do not belong together', file: location.directory,
      expected: `${images.shape[0]} labels`, received: `${labels.shape[0]}`, action: 'Download the files again',
    })
  }
  return { images, labels }
}

/** The 10,000 test pictures, uint8 [N, 28, 28]. */
export function loadTestImages(location: DatasetLocation, signal?: AbortSignal): Promise<NdArray<Uint8Array>> {
  return readImages(location.directory, 'test', signal)
}
