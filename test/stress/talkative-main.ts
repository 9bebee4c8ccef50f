// onnxruntime-node and a model in the command line; a session made with telemetry as the package comes, for some seconds, out.
import { argv, env } from 'node:process'

interface TalkativePlan {
  /** Address of onnxruntime-node. */
  readonly library: string
  readonly model: string
}

const { library, model } = JSON.parse(argv[2]) as TalkativePlan
delete env['ORT_DISABLE_TELEMETRY']
const { default: onnxruntime } = (await import(library)) as { default: typeof import('onnxruntime-common') }
await onnxruntime.InferenceSession.create(model)
// It is sent and written by a thread of its own.
await new Promise((resolve) => setTimeout(resolve, 3_000))
