// Pictures in; a source that tells how far it was read and how it ended, and its answers in a few words, out.
import type { StreamAnswer } from '../src/index'
import type { FakePicture } from './fake-runtime'
import { sampleLabels } from './sample-manifest'

export class CountedSource implements AsyncIterable<FakePicture> {
  read = 0
  returns = 0
  constructor(
    readonly pictures: readonly FakePicture[],
    readonly before: (read: number) => Promise<unknown> = async () => undefined,
  ) {}

  [Symbol.asyncIterator](): AsyncIterator<FakePicture> {
    return {
      next: async () => {
        await this.before(this.read)
        if (this.read === this.pictures.length) return { done: true, value: undefined }
        return { done: false, value: this.pictures[this.read++] }
      },
      return: async () => {
        this.returns++
        return { done: true, value: undefined }
      },
    }
  }
}

export const many = (count: number): FakePicture[] =>
  Array.from({ length: count }, (_, shade) => ({ shade: shade % 256 }))

/** Its number, and the best label or the code of the error. */
export const brief = ({ index, predictions, error }: StreamAnswer): unknown =>
  [index, predictions?.[0].label ?? error?.code]

/** What `many` is answered with. */
export const expected = (count: number): unknown[] =>
  many(count).map(({ shade }, index) => [index, sampleLabels[shade % sampleLabels.length]])

export async function collect(stream: AsyncIterable<StreamAnswer>): Promise<unknown[]> {
  const answers: unknown[] = []
  for await (const answer of stream) answers.push(brief(answer))
  return answers
}

/** The next answer, which there must be. */
export async function oneAnswer(stream: AsyncIterator<StreamAnswer>): Promise<unknown> {
  const { done, value } = await stream.next()
  if (done) throw new Error('The stream is at its end.')
  return brief(value)
}
