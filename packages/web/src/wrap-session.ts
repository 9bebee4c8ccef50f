// A session of onnxruntime-web in; the session that the pipeline runs, with plain tensors, out.
import { ClassifierError, readFloats } from '@stylelens/core'
import type { InputTensor, Session, Tensor } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import type { GpuDevice } from './gpu-device'
import type { OpenOnnxruntime } from './open-onnxruntime'

export type SessionFacts = Pick<Session, 'runtime' | 'runtimeVersion' | 'threads'>

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

async function readOutput(name: string, tensor: InferenceSession.OnnxValueMapType[string]): Promise<Tensor> {
  const { type, dims } = tensor
  return { data: readFloats(name, { type, data: await tensor.getData() }), dims: [...dims] }
}

/** Rejects with 'device-lost' as soon as the device is, however long onnxruntime waits for an answer of it. */
async function untilLost<Result>(job: Promise<Result>, device: GpuDevice | undefined): Promise<Result> {
  if (device === undefined) return job
  const lost = device.lost.then(({ reason, message }) => {
    const why = message === '' ? reason : `${reason}: ${message}`
    throw new ClassifierError(
      'device-lost',
      `The GPU device was lost (${why.replace(/[.\s]*$/, '')}). Call again: the next provider of the list takes over.`,
    )
  })
  try {
    return await Promise.race([lost, job])
  } catch (error) {
    // what onnxruntime says of a lost device may come a moment before the device itself is told
    return await Promise.race([lost, new Promise<never>((_, reject) => setTimeout(() => reject(error), 50))])
  }
}

/** Throws 'model-invalid' for names or types that differ from the manifest, 'device-lost'; others pass through. */
export function wrapSession(
  { onnxruntime, inTurn }: OpenOnnxruntime,
  session: InferenceSession,
  facts: SessionFacts,
  device?: GpuDevice,
): Session {
  const run = async (inputName: string, input: InputTensor, outputNames: readonly string[]) => {
    const tensor = new onnxruntime.Tensor(input.type ?? 'float32', input.data, [...input.dims])
    const outputs = await session.run({ [inputName]: tensor }, [...outputNames])
    try {
      const entries = outputNames.map(async (name) => [name, await readOutput(name, outputs[name])] as const)
      return Object.fromEntries(await Promise.all(entries))
    } finally {
      for (const value of [tensor, ...Object.values(outputs)]) value.dispose()
    }
  }
  return {
    ...facts,
    run: (inputName, input, outputNames) =>
      inTurn(async () => {
        checkNames(session, inputName, outputNames)
        return untilLost(run(inputName, input, outputNames), device)
      }),
    release: () => inTurn(() => untilLost(session.release(), device)),
  }
}
