// Options of a classifier and the address of raw pictures, from the test that drives this page, in; their scores out.
import { createClassifier } from '@stylelens/web'
import type { CreateClassifierOptions } from '@stylelens/web'
import { scorePictures } from '../score-pictures'

export interface ParityPage {
  score(options: CreateClassifierOptions, address: string): Promise<number[][]>
}

const page: ParityPage = {
  async score(options, address) {
    const classifier = await createClassifier({ ...options, strict: true })
    try {
      return await scorePictures(classifier, new Uint8Array(await (await fetch(address)).arrayBuffer()))
    } finally {
      await classifier.dispose()
    }
  },
}

Object.assign(globalThis, { parityPage: page })
