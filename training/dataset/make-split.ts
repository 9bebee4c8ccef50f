// The training pictures and a seed come in, fashion-mnist-split.json is written: the fixed split of this project.
import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { loadTrainingSet } from './load-dataset'
import type { LabelledPictures } from './load-dataset'
import { SPLIT_PATH } from './load-split'
import { locateDataset } from './locate-dataset'
import { NEAR_DUPLICATE_DISTANCE, nearDuplicates } from './near-duplicates'
import { membersOf, splitTrainingSet, VALIDATION_PER_CLASS } from './split'
import { formatSplitFile, listSha256, pixelsSha256 } from './split-file'
import type { SplitFile } from './split-file'

const DESCRIPTION = 'Validation pictures of the Fashion-MNIST training set (IDX order); all others are for training. '
  + `${VALIDATION_PER_CLASS} of each class, drawn by seed; pictures nearer than ${NEAR_DUPLICATE_DISTANCE} (L2 of `
  + 'pixels / 255), also when mirrored, are on one side. Made by make-split.ts before any augmentation.'

function makeSplit({ images, labels }: LabelledPictures, seed: number): SplitFile {
  const groups = nearDuplicates(images.data)
  const validation = [...splitTrainingSet(labels.data, groups, seed).validation]
  const several = [...membersOf(groups).values()].filter((members) => members.length > 1)
  return {
    description: DESCRIPTION,
    seed,
    pictures: groups.length,
    pixelsSha256: pixelsSha256(images.data),
    nearDuplicates: {
      distance: NEAR_DUPLICATE_DISTANCE, groups: several.length, picturesInGroups: several.flat().length,
    },
    sha256: listSha256(validation),
    validation,
  }
}

function parseSeed(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new Error(`The seed must be a whole number below 10^9, not "${text}".`)
  return Number(text)
}

const command = new Command('make-split')
  .description('Splits the Fashion-MNIST training pictures into training and validation and writes the list.')
  .option('--data <folder>', 'folder of the Fashion-MNIST files (default: FASHION_MNIST_DIR, else downloaded)')
  .option('--seed <number>', 'seed of the draw', parseSeed, 20170825)
  .addOption(new Option('--output <file>', 'file to write').default(SPLIT_PATH, 'beside this script'))
  .action(async ({ data, seed, output }: { data?: string; seed: number; output: string }) => {
    const split = makeSplit(await loadTrainingSet(await locateDataset({ directory: data })), seed)
    writeFileSync(output, formatSplitFile(split))
    const { groups, picturesInGroups } = split.nearDuplicates
    console.log(`${groups} near-duplicate groups of ${picturesInGroups} pictures; wrote ${output}`)
  })

try {
  await command.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
