// A model folder and threads in; this SDK with it as a contestant out.
import { createClassifier } from '@stylelens/node'

/** With `best`, a list is shared out among workers, one for each thread; a single picture gets all threads. */
export async function openContestant({ folder, threads, best }) {
  const open = (options) => createClassifier({ model: folder, executionProviders: 'cpu', ...options })
  const classifier = await open({ threads })
  let pool
  const openPool = async () => (pool ??= await open({ worker: { size: threads }, threads: 1 }))
  return {
    versions: { [classifier.backend.runtime]: classifier.backend.runtimeVersion },
    async prepare(pictures) {
      const chosen = best && pictures.length > 1 ? await openPool() : classifier
      const images = pictures.map(sourceOf)
      return images.length === 1 ? () => chosen.classify(images[0]) : () => chosen.classify(images)
    },
    async scores(picture) {
      const ranked = await classifier.classify(sourceOf(picture), { topK: null })
      return ranked.sort((one, other) => one.index - other.index).map(({ score }) => score)
    },
    close: () => Promise.all([classifier.dispose(), pool?.dispose()]),
  }
}

const sourceOf = ({ data, width, height }) => (width === undefined ? data : { data, width, height })
