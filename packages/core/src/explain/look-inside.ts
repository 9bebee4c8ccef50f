// A model, its answer and the picture it was for in; the values between picture and answer out.
import type { ModelInput } from '../manifest'
import { checkOnnx } from '../model/onnx/check-onnx'
import { exposeValues } from '../model/onnx/expose-values'
import { listNodes } from '../model/onnx/list-nodes'
import type { VerifiedModel } from '../model/verified-model'
import type { Prediction } from '../prediction'
import type { Session } from '../runtime'
import { stackPictures } from '../session/stack-pictures'
import type { Tensor } from '../tensor'
import { messageOf } from '../with-typed-errors'
import { activationMap } from './activation-map'
import type { ActivationMap } from './activation-map'
import { findLandmarks } from './find-landmarks'
import type { Landmarks } from './find-landmarks'
import { GraphView } from './graph-view'

/** The result of one layer for one picture. */
export interface FeatureMaps {
  /** As the ONNX file calls it. */
  readonly name: string
  /** [1, channels, height, width] */
  readonly tensor: Tensor
}

export interface Inside {
  /** Weights of the first convolution, [filters, channels, height, width]; null where the model has none. */
  readonly kernels: Tensor | null
  readonly layers: readonly FeatureMaps[]
  /** For each of the best labels the places that speak for it; null where the network ends in another way. */
  readonly activations: readonly (ActivationMap & { readonly label: string })[] | null
  /** Why inner values could not be had; null where they could. */
  readonly hidden: string | null
}

/** Labels that get a map of their own. */
const activationCount = 3

type RunOnly = Pick<Session, 'run' | 'release'>

const nothing: Inside = { kernels: null, layers: [], activations: null, hidden: null }

/** @param start makes a session of a file; called once */
export async function lookInside(
  model: VerifiedModel,
  start: (bytes: Uint8Array) => Promise<RunOnly>,
  picture: Float32Array,
  predictions: readonly Prediction[],
): Promise<Inside> {
  const { outputs } = model.manifest
  const facts = checkOnnx(model.bytes, model.manifest.file)
  const scores = outputs.derived === 'log' ? outputs.probabilities : outputs.logits
  const landmarks = findLandmarks(new GraphView(listNodes(model.bytes, facts.graph)), scores)
  const names = valuesOf(landmarks)
  if (names.length === 0) return nothing
  const given = new Set(facts.outputs.map(({ name }) => name))
  const missing = names.filter((name) => !given.has(name))
  try {
    const values = await runOnce(await start(exposeValues(model.bytes, missing)), model.manifest.input, picture, names)
    return describeInside(landmarks, values, predictions)
  } catch (error) {
    // The scores are there already: what onnxruntime does not show is said, and is no failure.
    return { ...nothing, hidden: messageOf(error) }
  }
}

async function runOnce(
  session: RunOnly,
  input: ModelInput,
  picture: Float32Array,
  names: readonly string[],
): Promise<Readonly<Record<string, Tensor>>> {
  try {
    return await session.run(input.name, stackPictures([picture], input), names)
  } finally {
    await session.release()
  }
}

function valuesOf({ kernels, maps, head }: Landmarks): string[] {
  const ofHead = head === undefined ? [] : [head.weight, ...head.poolings.map((pooling) => pooling.maps)]
  return [...new Set([...(kernels === undefined ? [] : [kernels]), ...maps, ...ofHead])]
}

function describeInside(
  { kernels, maps, head }: Landmarks,
  values: Readonly<Record<string, Tensor>>,
  predictions: readonly Prediction[],
): Inside {
  const layers = maps.map((name) => ({ name, tensor: values[name] })).filter(({ tensor }) => tensor.dims.length === 4)
  const best = predictions.slice(0, activationCount)
  const activations =
    head &&
    best.map(({ label, index }) => {
      const map = activationMap(
        head,
        head.poolings.map((pooling) => values[pooling.maps]),
        values[head.weight],
        index,
      )
      return map && { label, ...map }
    })
  return {
    kernels: kernels !== undefined && values[kernels].dims.length === 4 ? values[kernels] : null,
    layers,
    activations: activations?.every((map) => map !== undefined) ? activations : null,
    hidden: null,
  }
}
