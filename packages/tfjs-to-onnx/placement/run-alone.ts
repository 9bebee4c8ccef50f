// A model of one node and a provider in; whether that provider alone makes a session of it, and computes, out.
import * as native from 'onnxruntime-node'
import * as wasm from 'onnxruntime-web'
import type { DataType } from '../src/value'

export type PlacementProvider = 'cpu' | 'wasm' | 'webgpu'

export interface Feed {
  readonly dims: readonly number[]
  readonly type: DataType
}

process.env.ORT_DISABLE_TELEMETRY = '1'
wasm.env.wasm.numThreads = 1

/** What cannot run on the provider must fail instead of going to the CPU silently. */
const strict = { session: { disable_cpu_ep_fallback: '1' } }

export async function runAlone(provider: PlacementProvider, model: Uint8Array, feed: Feed): Promise<boolean> {
  const { InferenceSession, Tensor } = provider === 'wasm' ? wasm : native
  try {
    const session = await InferenceSession.create(model, {
      executionProviders: [provider],
      logSeverityLevel: 4,
      ...(provider === 'webgpu' ? { extra: strict } : {}),
    })
    const tensor = new Tensor(feed.type as 'float32', numbersOf(feed) as Float32Array, feed.dims)
    const outputs = await session.run({ x: tensor as native.Tensor & wasm.Tensor })
    await session.release()
    return Object.keys(outputs).length > 0
  } catch {
    return false
  }
}

function numbersOf({ dims, type }: Feed): Float32Array | Uint8Array {
  const size = dims.reduce((product, length) => product * length, 1)
  return type === 'float32' ? new Float32Array(size).fill(1) : new Uint8Array(size).fill(1)
}
