// Options and the size of a round, from the test that drives this page, in; the tally of that round out.
import { createClassifier } from '@stylelens/web'
import type { CreateClassifierOptions } from '@stylelens/web'
import { createRandom } from '../../../samples/random'
import { answerAlone } from '../../stress/answer-alone'
import type { Answered } from '../../stress/answer-alone'
import { stressPictures } from '../../stress/stress-pictures'
import { stressRound } from '../../stress/stress-round'
import type { RoundSize, StressPlatform, Tally } from '../../stress/stress-round'
import { watchWasm } from '../../stress/watch-wasm'

export interface StressPage {
  /** Answers every picture alone. Returns the provider that did. */
  prepare(options: CreateClassifierOptions): Promise<string>
  round(size: RoundSize, seed: number): Promise<Tally>
  /** Bytes of WebAssembly's memory in this thread. */
  wasmMemory(): number
}

const wasmMemory = watchWasm()
let known: readonly Answered[] = []
let options: CreateClassifierOptions = {}

const { port1: bell, port2: rope } = new MessageChannel()
const waiting: (() => void)[] = []
bell.onmessage = () => waiting.shift()?.()

const platform: StressPlatform = {
  createClassifier: () => createClassifier(options),
  // not a timer: those of a browser wait for some milliseconds
  nextTurn: () => new Promise((resolve) => {
    waiting.push(resolve)
    rope.postMessage(null)
  }),
}

async function readPicture(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/golden/pictures/${name}`)).arrayBuffer())
}

const page: StressPage = {
  async prepare(given) {
    options = given
    const classifier = await platform.createClassifier()
    known = await answerAlone(classifier, await stressPictures(readPicture))
    return classifier.backend.executionProvider
  },
  round: (size, seed) => stressRound(platform, known, size, createRandom(seed)),
  wasmMemory,
}

Object.assign(globalThis, { stressPage: page })
