// A float model and ranges in; its nodes by the noise that each alone brings into the answers when it is quantised out.
import type { FloatModel } from './float-model'
import { planQuantization } from './quantization-plan'
import type { CheckedQuantization } from './quantization-options'
import { quantizeOnce } from './quantize-once'
import type { QuantizationWish } from './quantize-once'
import { numbersOf, runBatches } from './run-batches'

export interface LayerSensitivity {
  readonly node: string
  /** Of all outputs with this node alone in int8, in decibels: the lower, the more it costs. */
  readonly signalToNoise: number
}

/** One batch tells enough to compare layers. */
export async function rankLayers(
  options: CheckedQuantization,
  model: FloatModel,
  wish: QuantizationWish,
): Promise<LayerSensitivity[]> {
  const { nodes } = planQuantization(model.graph, wish.skip)
  const outputs = model.graph.outputs.map(({ name }) => name)
  const batches = options.batches.slice(0, 1)
  const answersOf = async (bytes: Uint8Array): Promise<number[]> => {
    const numbers: number[] = []
    await runBatches({ ...options, onProgress: undefined }, 'sensitivity', bytes, batches, (answers) => {
      for (const name of outputs) for (const number of Array.from(numbersOf(answers, name))) numbers.push(number)
    })
    return numbers
  }
  const truth = await answersOf(model.bytes)
  const ranked: LayerSensitivity[] = []
  for (const { name: node } of nodes) {
    const others = nodes.map(({ name }) => name).filter(name => name !== node)
    const { bytes } = quantizeOnce(model, { ...wish, skip: [...wish.skip, ...others] })
    ranked.push({ node, signalToNoise: signalToNoise(truth, await answersOf(bytes)) })
    options.onProgress?.({ phase: 'sensitivity', done: ranked.length, total: nodes.length })
  }
  return ranked.sort((one, other) => one.signalToNoise - other.signalToNoise)
}

/** 10 log10(signal / noise); Infinity where nothing changed. */
export function signalToNoise(truth: readonly number[], answers: readonly number[]): number {
  const signal = truth.reduce((sum, value) => sum + value ** 2, 0)
  const noise = truth.reduce((sum, value, place) => sum + (value - answers[place]) ** 2, 0)
  return 10 * Math.log10(signal / noise)
}
