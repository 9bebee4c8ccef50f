// Nothing in; out come the names, sizes and checksums of the published Fashion-MNIST files.

export type Part = 'train' | 'test'

export interface PublishedFile {
  name: string
  /** Bytes. */
  size: number
  /** As published: https://github.com/zalandoresearch/fashion-mnist#get-the-data */
  md5: string
}

export interface PartFiles {
  /** Packed IDX files; unpacked ones bear the same name without .gz. */
  images: PublishedFile
  labels: PublishedFile
  /** Kaggle's form of the same pictures. They are in another order there. */
  csv: string
}

export const DATASET_FILES: Readonly<Record<Part, PartFiles>> = {
  train: {
    images: { name: 'train-images-idx3-ubyte.gz', size: 26_421_880, md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d' },
    labels: { name: 'train-labels-idx1-ubyte.gz', size: 29_515, md5: '25c81989df183df01b3e8a0aad5dffbe' },
    csv: 'fashion-mnist_train.csv',
  },
  test: {
    images: { name: 't10k-images-idx3-ubyte.gz', size: 4_422_102, md5: 'bef4ecab320f06d8554ea6380940ec79' },
    labels: { name: 't10k-labels-idx1-ubyte.gz', size: 5_148, md5: 'bb300cfdad3c16e7a12a480ee83cd310' },
    csv: 'fashion-mnist_test.csv',
  },
}

/** The four files the official home offers. */
export const PUBLISHED_FILES: readonly PublishedFile[] =
  Object.values(DATASET_FILES).flatMap(({ images, labels }) => [images, labels])
