// A model folder and threads in; @huggingface/transformers with it, nothing from the network, as a contestant out.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { env, pipeline, RawImage } from '@huggingface/transformers'

const versionOf = async (name) => {
  const folder = createRequire(import.meta.url).resolve.paths(name)[0]
  return JSON.parse(await readFile(join(folder, name, 'package.json'), 'utf8')).version
}

/** fp32 is its default on the CPU; with `best`, onnxruntime chooses the threads, as it does where nothing is said. */
export async function openContestant({ folder, threads, best }) {
  env.allowRemoteModels = false
  env.localModelPath = dirname(folder)
  const session_options = best ? {} : { intraOpNumThreads: threads, interOpNumThreads: 1 }
  const settings = { device: 'cpu', dtype: 'fp32', session_options }
  const classifier = await pipeline('image-classification', basename(folder), settings)
  const [version, onnxruntime] = await Promise.all(['@huggingface/transformers', 'onnxruntime-node'].map(versionOf))
  return {
    versions: { '@huggingface/transformers': version, 'its onnxruntime-node': onnxruntime },
    prepare(pictures) {
      const images = pictures.map(imageOf)
      return images.length === 1 ? () => classifier(images[0]) : () => classifier(images)
    },
    async scores(picture) {
      const ranked = await classifier(imageOf(picture), { top_k: null })
      return ranked.sort((one, other) => one.label - other.label).map(({ score }) => score)
    },
    close: () => classifier.dispose(),
  }
}

/** Encoded bytes are taken as a Blob only. */
const imageOf = ({ data, width, height }) =>
  width === undefined ? new Blob([data]) : new RawImage(data, width, height, 3)
