// A session of either onnxruntime package in; the session that the pipeline runs, with plain tensors, out.
import { ClassifierError, readFloats } from '@stylelens/core'
import type { Session, Tensor } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { makeTensor } from './make-tensor'
import type { Onnxruntime } from './open-onnxruntime'

export type SessionFacts = Pick<Session, 'runtime' | 'runtimeVersion' | 'threads'>

/** Runs one job at a time, or at once where the runtime needs no turns. */
export type InTurn = <Result>(job: () => Promise<Result>) => Promise<Result>

function checkNames(session: InferenceSession, inputName: string, outputNames: readonly string[]): void {
  const { inputNames, outputNames: known } = session
  const missing = [
    ...(inputNames.includes(inputName) ? [] : [`input "${inputName}" (it has ${inputNames.join(', ')})`]),
    ...outputNames
      .filter((name) => !known.includes(name))
      .map((name) => `output "${name}" (it has ${known.join(', ')})`),
  ]
  if (missing.length === 0) return
  throw new ClassifierError(
    'model-invalid',
    `The model has no ${missing.join(' and no ')}, which its manifest names. Export the model again.`,
  )
}

function readOutput(name: string, tensor: InferenceSession.OnnxValueMapType[string]): Tensor {
  return { data: readFloats(name, tensor), dims: [...tensor.dims] }
}

/** Throws 'model-invalid' for names or types that differ from the manifest; what onnxruntime throws passes through. */
export function wrapSession(
  onnxruntime: Onnxruntime,
  session: InferenceSession,
  facts: SessionFacts,
  inTurn: InTurn,
): Session {
  return {
    ...facts,
    run: (inputName, input, outputNames) =>
      inTurn(async () => {
        checkNames(session, inputName, outputNames)
        const tensor = makeTensor(onnxruntime, input)
        const outputs = await session.run({ [inputName]: tensor }, [...outputNames])
        try {
          return Object.fromEntries(outputNames.map((name) => [name, readOutput(name, outputs[name])]))
        } finally {
          for (const value of [tensor, ...Object.values(outputs)]) value.dispose()
        }
      }),
    release: () => inTurn(() => session.release()),
  }
}
