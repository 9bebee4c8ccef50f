// A subject in; proof of the embeddings of one picture and of many out.
import { check, equal, near, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import type { ContractCase, Subject } from './subject'

const picture = drawnPixels(64, 48)

/** Embeddings are larger numbers than probabilities, and as many times further apart. */
function toleranceOf({ fixtures }: Subject, embedding: Float32Array): number {
  return fixtures.batchTolerance * Math.max(1, ...embedding.map(Math.abs))
}

export const embeddingCases: readonly ContractCase[] = [
  {
    name: 'embed: gives the embedding of the detailed answer, of the length that the manifest names',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const embedding = await classifier.embed(picture)
      check(embedding instanceof Float32Array, 'The embedding must be a Float32Array.')
      equal(embedding.length, classifier.manifest.embeddingSize, 'The length of the embedding')
      const detailed = await classifier.classifyDetailed(picture)
      check(detailed.embedding !== null, 'The detailed answer must have an embedding.')
      near(embedding, detailed.embedding, toleranceOf(subject, embedding), 'the embedding')
    },
  },
  {
    name: 'embed: a list gives a list in its order, each as alone, in memory of its own',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const pictures = [subject.bytes('sample-bag.png'), ...[1, 2, 3, 4].map((seed) => drawnPixels(40, 30, seed))]
      const together = await classifier.embed(pictures)
      equal(together.length, pictures.length, 'The number of embeddings')
      for (const [index, embedding] of together.entries()) {
        const alone = await classifier.embed(pictures[index])
        near(embedding, alone, toleranceOf(subject, alone), `embedding ${index}`)
      }
      equal(new Set(together.map(({ buffer }) => buffer)).size, together.length, 'The number of buffers')
      equal(await classifier.embed([]), [], 'The answer to an empty list')
    },
  },
  {
    name: 'embed: a picture that fails gives its code, in a list with its index',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const broken = subject.bytes('sample-shirt.png').subarray(0, 200)
      const alone = await rejectsWith('image-corrupt', () => classifier.embed(broken), 'one picture')
      equal('index' in alone, false, 'Whether there is an index')
      const { index } = await rejectsWith('image-corrupt', () => classifier.embed([picture, broken]), 'the list')
      equal(index, 1, 'The index')
    },
  },
  {
    name: 'embed: is stopped by its signal, and refuses options of classify',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const signal = AbortSignal.abort()
      await rejectsWith('aborted', () => classifier.embed(picture, { signal }), 'an aborted call')
      await rejectsWith('option-unknown', () => classifier.embed(picture, { topK: 3 } as object), 'topK')
      const region = { left: 0.5, top: 0, width: 0.6, height: 1 }
      await rejectsWith('option-invalid', () => classifier.embed(picture, { region }), 'a region that reaches out')
    },
  },
]
