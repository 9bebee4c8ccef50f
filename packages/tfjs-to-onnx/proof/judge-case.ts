// A case in; both oracles' answers, once they agree, and the exported file, out.
import { convertLayersModel } from '../src/convert-model'
import type { ConversionOptions } from '../src/conversion-options'
import { buildModel } from './build-model'
import { worstOf } from './compare'
import { drawInputs } from './draw-inputs'
import type { Feed, NumberTensor } from './numbers'
import { cpuDeviationOf } from './oracles/cpu-deviations'
import { evaluate } from './oracles/evaluate'
import { useBackend } from './oracles/backends'
import type { Backend } from './oracles/backends'
import { predict } from './oracles/predict'
import type { ProofCase } from './proof-case'
import { toleranceOf } from './tolerance'

export interface Question {
  readonly feeds: readonly Feed[]
  /** By the float64 definitions. */
  readonly answer: readonly NumberTensor[]
}

export interface JudgedCase extends ProofCase {
  readonly questions: readonly Question[]
  /** Largest difference between the two oracles. */
  readonly disagreement: number
}

export const batches = [1, 2, 5]

/** A backend that is right for the case. */
export const backendFor = ({ graph }: ProofCase): Backend => cpuDeviationOf(graph) ? 'tensorflow' : 'cpu'

/** @throws Error where the oracles disagree: then no exported file can be judged. */
export async function judgeCase(
  proof: ProofCase,
  backend: Backend = backendFor(proof),
  sizes: readonly number[] = batches,
): Promise<JudgedCase> {
  await useBackend(backend)
  const model = buildModel(proof.graph)
  let disagreement = 0
  const questions = sizes.map((batch) => {
    const feeds = drawInputs(proof.graph.inputs, batch)
    const answer = evaluate(model, feeds)
    disagreement = Math.max(disagreement, worstOf(predict(model, feeds), answer))
    return { feeds, answer }
  })
  model.dispose()
  if (disagreement <= toleranceOf(proof.family)) return { ...proof, questions, disagreement }
  throw new Error(`The oracles disagree by ${disagreement} on "${proof.id}"; nothing can be judged by them.`)
}

export async function exportCase({ graph, options }: ProofCase, more: ConversionOptions = {}): Promise<Uint8Array> {
  const model = buildModel(graph)
  const { bytes } = await convertLayersModel(model, { ...options, ...more })
  model.dispose()
  return bytes
}
