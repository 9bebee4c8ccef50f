// A level of optimisation in; onnxruntime-node's CPU provider as a runner out.
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Feed, NumberTensor } from '../numbers'
import type { Runner } from './runner'

const withLevel = (name: string, graphOptimizationLevel: 'disabled' | 'all'): Runner => ({
  name,
  async open(bytes) {
    const session = await InferenceSession.create(bytes, {
      graphOptimizationLevel, intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3,
    })
    return {
      run: async feeds => readOutputs(await session.run(toTensors(feeds))),
      release: () => session.release(),
    }
  },
})

/** Once as written and once rewritten by the runtime: a graph must not be right only after optimisation. */
export const nodeAsWritten = withLevel('onnxruntime-node', 'disabled')
export const nodeOptimized = withLevel('onnxruntime-node optimised', 'all')

const toTensors = (feeds: readonly Feed[]): Record<string, Tensor> =>
  Object.fromEntries(feeds.map(({ name, dataType, shape, data }) => [name, dataType === 'int32'
    ? new Tensor('int32', Int32Array.from(data), shape)
    : new Tensor('float32', Float32Array.from(data), shape)]))

const readOutputs = (outputs: InferenceSession.OnnxValueMapType): Record<string, NumberTensor> =>
  Object.fromEntries(Object.entries(outputs).map(([name, value]) => {
    const { dims, data } = value as Tensor
    return [name, { shape: dims, data: data as Float32Array }]
  }))
