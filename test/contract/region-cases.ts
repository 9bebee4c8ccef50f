// A subject in; proof that a region is the same as the picture cut out before, whatever its kind and orientation, out.
import type { Classifier, Region } from '@stylelens/core'
import { equal, near } from './expectations'
import { colouredPixels, drawnPixels } from './drawn-pixels'
import type { ContractPixels } from './fixtures'
import { sameAnswer } from './scores'
import type { ContractCase } from './subject'

const whole: Region = { left: 0, top: 0, width: 1, height: 1 }

type Box = readonly [left: number, top: number, right: number, bottom: number]

function cut({ data, width, channels }: ContractPixels, [left, top, right, bottom]: Box): ContractPixels {
  const values: number[] = []
  for (let row = top; row < bottom; row++) {
    values.push(...data.subarray((row * width + left) * channels, (row * width + right) * channels))
  }
  return { data: Uint8Array.from(values), width: right - left, height: bottom - top, channels }
}

async function inputOf(classifier: Classifier<unknown>, picture: unknown, region?: Region): Promise<number[]> {
  const { input } = await classifier.classifyDetailed(picture, { region })
  return [...input.data]
}

// 40 x 50 pixels: the region, and the pixels that it becomes.
const regions: readonly (readonly [region: Region, box: Box])[] = [
  [whole, [0, 0, 40, 50]],
  [{ left: 0, top: 0, width: 0.5, height: 0.5 }, [0, 0, 20, 25]],
  [{ left: 0.25, top: 0.5, width: 0.75, height: 0.5 }, [10, 25, 40, 50]],
  [{ left: 0.26, top: 0.31, width: 0.5, height: 0.4 }, [10, 16, 30, 36]], // 10.4, 15.5 and 30.4, 35.5
  [{ left: 0.7, top: 0.1, width: 0.3, height: 0.2 }, [28, 5, 40, 15]],
  [{ left: 0.99, top: 0.5, width: 0.001, height: 0.5 }, [39, 25, 40, 50]], // less than a pixel
]

const cutCases = regions.map(([region, box]): ContractCase => ({
  name: `region: ${Object.values(region).join(' ')} is the picture cut to ${box.join(' ')}`,
  run: async (subject) => {
    const classifier = await subject.classifier()
    for (const picture of [drawnPixels(40, 50), colouredPixels(40, 50)]) {
      const part = cut(picture, box)
      equal(await inputOf(classifier, picture, region), await inputOf(classifier, part), 'The input of the model')
      const options = { topK: null }
      const answer = await classifier.classify(picture, { ...options, region })
      sameAnswer(answer, await classifier.classify(part, options), subject.fixtures.batchTolerance, 'the region')
    }
  },
}))

export const regionCases: readonly ContractCase[] = [
  ...cutCases,
  {
    name: 'region: it is a part of the picture as it is seen, stored in any of the eight ways',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const region = { left: 0.1, top: 0.25, width: 0.5, height: 0.7 }
      const upright = await inputOf(classifier, subject.bytes('orientation-1.jpg'), region)
      for (let orientation = 2; orientation <= 8; orientation++) {
        const seen = await inputOf(classifier, subject.bytes(`orientation-${orientation}.jpg`), region)
        // Each was compressed in its own direction; a few pixels more of a part show.
        near(seen, upright, 8, `the input of orientation ${orientation}`)
      }
    },
  },
  {
    name: 'region: holds for every picture of a list, of any size, and for embeddings',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const region = { left: 0.5, top: 0, width: 0.5, height: 1 }
      const pictures = [drawnPixels(40, 50), drawnPixels(64, 30, 3)]
      const parts = [cut(pictures[0], [20, 0, 40, 50]), cut(pictures[1], [32, 0, 64, 30])]
      const together = await classifier.classify(pictures, { region, topK: null })
      const alone = await classifier.classify(parts, { topK: null })
      const { batchTolerance } = subject.fixtures
      together.forEach((answer, index) => sameAnswer(answer, alone[index], batchTolerance, `picture ${index}`))
      const embedding = await classifier.embed(pictures[0], { region })
      const expected = await classifier.embed(parts[0])
      near(embedding, expected, batchTolerance * Math.max(1, ...expected.map(Math.abs)), 'the embedding of the region')
    },
  },
]
