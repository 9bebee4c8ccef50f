// A session of onnxruntime-web in; the session that the pipeline runs, with plain tensors, out.
import { loadOtherSessions } from '@stylelens/core'
import type { InputTensor, Session, Tensor } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { loadUnusualStart } from './load-unusual-start'
import type { OpenOnnxruntime } from './open-onnxruntime'

export type SessionFacts = Pick<Session, 'runtime' | 'runtimeVersion' | 'threads'>

/** May reject before the work does. */
export type Guard = <Result>(work: Promise<Result>) => Promise<Result>

async function readOutput(name: string, tensor: InferenceSession.OnnxValueMapType[string]): Promise<Tensor> {
  const { type, dims } = tensor
  const data = await tensor.getData()
  // a copy: the memory is the session's
  if (data instanceof Float32Array) return { data: data.slice(), dims: [...dims] }
  const { readFloats } = await loadOtherSessions()
  return { data: readFloats(name, { type, data }), dims: [...dims] }
}

/** Throws 'model-invalid' for names or types that differ from the manifest; others pass through. */
export function wrapSession(
  { onnxruntime, inTurn }: OpenOnnxruntime,
  session: InferenceSession,
  facts: SessionFacts,
  guard: Guard = (work) => work,
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
        const isThere = session.inputNames.includes(inputName)
        if (!isThere || !outputNames.every((name) => session.outputNames.includes(name))) {
          throw (await loadUnusualStart()).wrongNames(session, inputName, outputNames)
        }
        return guard(run(inputName, input, outputNames))
      }),
    release: () => inTurn(() => guard(session.release())),
  }
}
