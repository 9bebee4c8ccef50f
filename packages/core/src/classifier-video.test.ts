// Videos and other sources that do not wait in; the newest frames answered, the others dropped and counted, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import type { Gate } from '../test/gate'
import type { Classifier } from './classifier'
import { createClassifier } from './create-classifier'
import type { StreamFrame } from './runtime'
import type { StreamAnswer } from './stream'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture, FakeVideo>
/** How often each frame was released, by its shade. */
let released: number[]

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
  released = []
})

/** A camera: a test shows frames when it wants. */
class Camera implements FakeVideo {
  readonly #frames: StreamFrame<FakePicture>[] = []
  #shown: Gate = makeGate()
  #isOver = false
  returns = 0
  numbers: boolean

  constructor(numbers = false) {
    this.numbers = numbers
  }

  async show(shade: number, ready?: Promise<unknown>): Promise<void> {
    const picture = ready ? { shade, ready } : { shade }
    const release = (): void => { released[shade] = (released[shade] ?? 0) + 1 }
    this.#frames.push({ picture, release, ...(this.numbers && { index: shade }) })
    this.#shown.open()
    await settle()
    await settle()
  }

  end(): void {
    this.#isOver = true
    this.#shown.open()
  }

  get shown(): AsyncIterable<StreamFrame<FakePicture>> {
    return { [Symbol.asyncIterator]: () => ({ next: () => this.#next(), return: () => this.#return() }) }
  }

  async #next(): Promise<IteratorResult<StreamFrame<FakePicture>>> {
    while (this.#frames.length === 0 && !this.#isOver) {
      await this.#shown.opened
      this.#shown = makeGate()
    }
    const value = this.#frames.shift()
    return value ? { done: false, value } : { done: true, value: undefined }
  }

  async #return(): Promise<IteratorResult<StreamFrame<FakePicture>>> {
    this.returns++
    return { done: true, value: undefined }
  }
}

const follow = (stream: AsyncIterable<StreamAnswer>) => {
  const seen: number[] = []
  const end = (async () => { for await (const { index } of stream) seen.push(index) })()
  return { seen, end }
}

describe('a video', () => {
  it('drops the frames that come while one is being classified, all but the newest, and counts them', async () => {
    const camera = new Camera()
    const gate = makeGate()
    const { seen, end } = follow(classifier.classifyStream(camera))
    await settle()
    await camera.show(0, gate.opened)
    for (const shade of [1, 2, 3]) await camera.show(shade)
    expect([seen, runtime.decodeOptions.length, released]).toEqual([[], 1, [, 1, 1]])
    gate.open()
    await settle()
    await settle()
    expect(seen).toEqual([0, 3])
    await camera.show(4)
    camera.end()
    await end
    expect(seen).toEqual([0, 3, 4])
    expect(released).toEqual([1, 1, 1, 1, 1])
    expect(runtime.frameOptions).toMatchObject([{ dropFrames: true }])
  })

  it('may number its frames itself', async () => {
    const camera = new Camera(true)
    const { seen, end } = follow(classifier.classifyStream(camera))
    await settle()
    for (const shade of [2, 5, 9]) await camera.show(shade)
    camera.end()
    await end
    expect(seen).toEqual([2, 5, 9])
  })

  it('drops nothing when told not to', async () => {
    const camera = new Camera()
    const gate = makeGate()
    const { seen, end } = follow(classifier.classifyStream(camera, { dropFrames: false, concurrency: 1 }))
    await settle()
    await camera.show(0, gate.opened)
    for (const shade of [1, 2, 3]) await camera.show(shade)
    camera.end()
    gate.open()
    await end
    expect(seen).toEqual([0, 1, 2, 3])
    expect(released).toEqual([1, 1, 1, 1])
    expect(runtime.frameOptions).toMatchObject([{ dropFrames: false }])
  })

  it('starts no frame while an answer waits to be taken: it would grow old', async () => {
    const camera = new Camera()
    const stream = classifier.classifyStream(camera)
    const first = stream.next()
    await settle()
    for (const shade of [0, 1, 2, 3]) await camera.show(shade)
    expect((await first).value).toMatchObject({ index: 0 })
    await settle()
    // One was answered when the first was taken; the newest of those that came since waits.
    expect(runtime.shades).toEqual([[0], [1]])
    expect((await stream.next()).value).toMatchObject({ index: 1 })
    expect((await stream.next()).value).toMatchObject({ index: 3 })
    await stream.return()
    expect(released).toEqual([1, 1, 1, 1])
  })

  it('break ends it, releases the frame that waits, and one that comes too late', async () => {
    const camera = new Camera()
    const gate = makeGate()
    const stream = classifier.classifyStream(camera)
    const first = stream.next()
    await settle()
    await camera.show(0)
    await first
    await camera.show(1, gate.opened)
    await camera.show(2)
    await stream.return()
    expect(camera.returns).toBe(1)
    expect(released).toEqual([1, 1, 1])
    await camera.show(3)
    expect(released).toEqual([1, 1, 1, 1])
    gate.open()
    await settle()
    expect(runtime.shades).toEqual([[0]])
  })
})

describe('another async source', () => {
  const counting = async function* (count: number): AsyncGenerator<FakePicture> {
    for (let shade = 0; shade < count; shade++) yield { shade: shade % 256 }
  }

  it('drops nothing unless told to', async () => {
    const { seen, end } = follow(classifier.classifyStream(counting(30)))
    await end
    expect(seen).toHaveLength(30)
  })

  it('drops when told to, and one that is always ready does not keep the classifier from its work', async () => {
    const endless = counting(Infinity)
    const seen: number[] = []
    for await (const { index } of classifier.classifyStream(endless, { dropFrames: true })) {
      seen.push(index)
      await settle()
      if (seen.length === 5) break
    }
    expect(seen).toHaveLength(5)
    expect([...seen].sort((one, other) => one - other)).toEqual(seen)
    expect((await endless.next()).done).toBe(true)
  })

  it('answers its last picture, however many came before', async () => {
    const { seen, end } = follow(classifier.classifyStream(counting(100), { dropFrames: true }))
    await end
    expect([seen[0], seen[seen.length - 1]]).toEqual([0, 99])
  })
})

it('a list drops nothing, whatever it is told', async () => {
  const pictures = Array.from({ length: 30 }, (_, shade) => ({ shade }))
  const { seen, end } = follow(classifier.classifyStream(pictures, { dropFrames: true }))
  await end
  expect(seen).toEqual(pictures.map((_, index) => index))
})
