// An address of a model and a folder in the command line; what a classifier with its cache in that folder came to out.
import { readdirSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { drawnPixels } from '../contract/drawn-pixels'
import type { Library } from './stress-plan'

interface FullDiskPlan {
  readonly library: string
  readonly model: string
  readonly cache: string
}

const { library, model, cache } = JSON.parse(argv[2]) as FullDiskPlan
const { createClassifier } = (await import(library)) as Library
const heard: string[] = []
const onError = (error: unknown) => void heard.push(String((error as { readonly code?: unknown }).code))

async function answer(options: object): Promise<string> {
  try {
    const classifier = await createClassifier({ model, executionProviders: 'cpu', ...options })
    const predictions = await classifier.classify(drawnPixels(28, 28))
    await classifier.dispose()
    return `${predictions.length} predictions`
  } catch (error) {
    return String((error as { readonly code?: unknown }).code)
  }
}

const lenient = await answer({ cache: { store: cache, onError } })
const strict = await answer({ cache: { store: cache, strict: true } })
const afterwards = await answer({})
// Files that are not whole, by their ending; whole ones are small enough to fit.
const unfinished = readdirSync(cache).filter((name) => name.endsWith('-part'))
stdout.write(JSON.stringify({ lenient, strict, afterwards, heard, unfinished }))
