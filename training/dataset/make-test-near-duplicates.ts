// Training and test pictures in; test-near-duplicates.json, which test pictures are nearly the same as a training one, out.
import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { rowsNearTraining } from '../evaluation/rows-near-training'
import { loadTestImages, loadTrainingSet } from './load-dataset'
import { TEST_NEAR_DUPLICATES_PATH, type NearDuplicateFile } from './load-test-near-duplicates'
import { locateDataset } from './locate-dataset'
import { NEAR_DUPLICATE_DISTANCE } from './near-duplicates'
import { listSha256, pixelsSha256 } from './split-file'

const description = 'Test pictures of Fashion-MNIST (rows in IDX order) that share a group of near-duplicates with one of '
  + `the 60,000 training pictures: nearer than ${NEAR_DUPLICATE_DISTANCE} (L2 of pixels / 255), also when mirrored. Made `
  + 'by make-test-near-duplicates.ts without any label.'

const { data, output } = new Command('make-test-near-duplicates')
  .description('Lists the test pictures that are nearly the same as a training picture. Takes some minutes.')
  .option('--data <folder>', 'folder of the Fashion-MNIST files (default: FASHION_MNIST_DIR, else downloaded)')
  .addOption(new Option('--output <file>', 'file to write').default(TEST_NEAR_DUPLICATES_PATH, 'beside this script'))
  .parse()
  .opts<{ data?: string; output: string }>()
const location = await locateDataset({ directory: data })
const [training, test] = [(await loadTrainingSet(location)).images.data, (await loadTestImages(location)).data]
const rows = [...rowsNearTraining(training, test)].sort((one, other) => one - other)
const file: NearDuplicateFile = {
  description,
  distance: NEAR_DUPLICATE_DISTANCE,
  trainingSha256: pixelsSha256(training),
  testSha256: pixelsSha256(test),
  sha256: listSha256(rows),
  rows,
}
const lines = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
writeFileSync(output, `{\n${lines.join(',\n')}\n}\n`)
console.log(`${rows.length} test pictures; wrote ${output}`)
