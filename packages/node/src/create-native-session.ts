// A model and a provider of onnxruntime-node in; a running session, or the typed reason why there is none, out.
import { ClassifierError } from '@stylelens/core'
import type { Session, SessionOptions } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { openNative } from './open-onnxruntime'
import type { NativeOnnxruntime, OnnxruntimeLoaders } from './open-onnxruntime'
import { buildSessionOptions } from './session-options'
import { wrapSession } from './wrap-session'

/** What onnxruntime says where the provider itself is not there, so that another attempt cannot help. */
const absent =
  /failed to load shared library|failed to get a webgpu adapter|no cuda-capable device|cuda driver version/i

const cudaFiles = 'the CUDA files that onnxruntime-node downloads when installed'

const hints: Readonly<Record<string, string>> = {
  cuda: `It needs an NVIDIA GPU with its driver, CUDA and cuDNN, and ${cudaFiles}.`,
  tensorrt: `It needs an NVIDIA GPU with its driver, CUDA and TensorRT, and ${cudaFiles}.`,
  webgpu: 'It needs a GPU with a Vulkan, Metal or Direct3D 12 driver.',
  coreml: 'It needs macOS on Apple silicon.',
  dml: 'It needs Windows with DirectX 12.',
}

const unavailable = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError(
    'provider-unavailable',
    `Execution provider '${name}' is not available: ${reason}`,
    cause === undefined ? {} : { cause },
  )

function checkBinary(name: string, { listSupportedBackends }: NativeOnnxruntime): void {
  const known = listSupportedBackends().map((backend) => backend.name)
  if (known.includes(name)) return
  const system = `${process.platform} ${process.arch}`
  throw unavailable(name, `onnxruntime-node for ${system} has ${known.join(', ')}. ${hints[name] ?? ''}`.trim())
}

/** Without a Vulkan loader the WebGPU library would complain on stderr, which nothing can silence. */
function checkVulkan(name: string): void {
  if (name !== 'webgpu' || process.platform !== 'linux') return
  try {
    process.dlopen({ exports: {} }, 'libvulkan.so.1')
  } catch (error) {
    // a library that was found is refused for not being a Node addon
    if (!/cannot open shared object file/.test((error as Error).message)) return
    throw unavailable(
      name,
      'libvulkan.so.1 is not installed. Install the Vulkan loader and the driver of the GPU.',
      error,
    )
  }
}

function explain({ candidate: { name } }: SessionOptions, error: unknown): ClassifierError {
  const reason = ((error as Error).message ?? String(error)).split('\n')[0]
  if (name === 'cpu') {
    const mend = 'Check the model file, `sessionOptions` and the options of the provider.'
    return new ClassifierError('model-invalid', `onnxruntime-node cannot open the model: ${reason} ${mend}`, {
      cause: error,
    })
  }
  if (absent.test((error as Error).message)) return unavailable(name, `${reason}. ${hints[name] ?? ''}`.trim(), error)
  const mend = 'Ask for another provider.'
  return new ClassifierError('provider-failed', `Execution provider '${name}' did not start: ${reason} ${mend}`, {
    cause: error,
  })
}

/**
 * Throws 'runtime-missing', 'provider-unavailable' where the provider cannot be had here, 'provider-failed' where
 * it does not take the model (with `strict`: not the whole of it), 'model-invalid' where even the CPU does not.
 */
export async function createNativeSession(
  model: Uint8Array,
  options: SessionOptions,
  load: OnnxruntimeLoaders['native'],
): Promise<Session> {
  const onnxruntime = await openNative(load)
  checkBinary(options.candidate.name, onnxruntime)
  checkVulkan(options.candidate.name)
  const sessionOptions = buildSessionOptions(options)
  const session = await create(onnxruntime, model, sessionOptions, options)
  const { versions } = onnxruntime.env
  const facts = {
    runtime: 'onnxruntime-node' as const,
    runtimeVersion: versions.node ?? versions.common,
    threads: sessionOptions.intraOpNumThreads ?? options.threads,
  }
  return wrapSession(onnxruntime, session, facts, (job) => job())
}

async function create(
  onnxruntime: NativeOnnxruntime,
  model: Uint8Array,
  sessionOptions: InferenceSession.SessionOptions,
  options: SessionOptions,
): Promise<InferenceSession> {
  try {
    return await onnxruntime.InferenceSession.create(model, sessionOptions)
  } catch (error) {
    throw explain(options, error)
  }
}
