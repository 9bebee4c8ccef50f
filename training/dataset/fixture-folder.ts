// The form of a data set comes in, a temporary folder with a tiny Fashion-MNIST in that form comes out (for tests).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idxBytes } from './idx-bytes'

export interface FixtureFolder extends Disposable {
  directory: string
  /** The training pictures, uint8 [3 * 784], and their labels, which all forms hold. */
  pixels: Uint8Array
  labels: Uint8Array
  write(name: string, content: Uint8Array | string): void
}

/** An empty temporary folder, removed on disposal. */
export function fixtureFolder(): FixtureFolder {
  const directory = mkdtempSync(join(tmpdir(), 'fashion-mnist-'))
  return {
    directory,
    pixels: new Uint8Array(3 * 784).map((_, index) => (index * 13) % 256),
    labels: Uint8Array.of(9, 0, 3),
    write: (name, content) => writeFileSync(join(directory, name), content),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  }
}

/** Three training and two test pictures as unpacked IDX files. */
export function writeIdx({ pixels, labels, write }: FixtureFolder): void {
  write('train-images-idx3-ubyte', idxBytes([3, 28, 28], pixels))
  write('train-labels-idx1-ubyte', idxBytes([3], labels))
  write('t10k-images-idx3-ubyte', idxBytes([2, 28, 28], pixels.subarray(784)))
  write('t10k-labels-idx1-ubyte', idxBytes([2], labels.subarray(1)))
}

/** The same as Kaggle's CSV files. */
export function writeCsv({ pixels, labels, write }: FixtureFolder): void {
  const header = ['label', ...Array.from({ length: 784 }, (_, index) => `pixel${index + 1}`)].join(',')
  const rows = [...labels].map((label, row) => [label, ...pixels.subarray(row * 784, (row + 1) * 784)].join(','))
  write('fashion-mnist_train.csv', `${[header, ...rows].join('\n')}\n`)
  write('fashion-mnist_test.csv', `${[header, ...rows.slice(1)].join('\n')}\n`)
}
