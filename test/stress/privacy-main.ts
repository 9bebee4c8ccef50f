// A library, options and a picture in the command line; the picture classified, as a program of a user does it, out.
import { argv } from 'node:process'
import { drawnPixels } from '../contract/drawn-pixels'
import type { Library } from './stress-plan'

interface PrivacyPlan {
  readonly library: string
  readonly options: object
  /** Path of an encoded picture. */
  readonly picture: string
}

const { library, options, picture } = JSON.parse(argv[2]) as PrivacyPlan
const { createClassifier, getCapabilities } = (await import(library)) as Library
await getCapabilities()
const classifier = await createClassifier(options)
await classifier.warmup()
await classifier.classify(picture)
await classifier.classify(Array.from({ length: 40 }, (_, seed) => drawnPixels(50, 40, seed)))
await classifier.dispose()
