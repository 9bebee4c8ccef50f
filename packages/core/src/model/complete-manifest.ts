// A manifest whose fields are valid in; the same with everything that it may leave out, filled in, out.
import { isRecord } from '../is-record'
import type { ModelOutputs } from '../manifest'

type Json = Readonly<Record<string, unknown>>

/** What a manifest for a model of one's own need not say. `sha256` and `bytes` are then those of the file itself. */
const unsaid = {
  description: '',
  preprocess: 'auto',
  temperature: { value: 1, applied: 'in-graph' },
  recipe: 'none',
  dtype: 'fp32',
  file: 'model.onnx',
  sha256: '',
  bytes: 0,
  opset: 0,
  parameters: 0,
  macs: 0,
  license: 'not stated',
} as const

export function completeManifest(json: Json): Json {
  const outputs = isRecord(json.outputs) ? json.outputs : {}
  return { ...unsaid, ...json, outputs: { ...outputs, ...completeOutputs(outputs) } }
}

/** The output that the graph does not have gets a name that no graph's output has. */
function completeOutputs({ logits, probabilities, derived }: Partial<Record<string, unknown>>): Partial<ModelOutputs> {
  if (probabilities === undefined) {
    const activation = derived === 'sigmoid' ? 'sigmoid' : 'softmax'
    return { probabilities: `${activation}(${String(logits)})`, derived: activation }
  }
  return logits === undefined ? { logits: `log(${String(probabilities)})`, derived: 'log' } : {}
}
