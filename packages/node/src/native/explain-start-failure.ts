// What onnxruntime said when a provider did not start in; what is missing, with its mend, out where it says so.
import { join } from 'node:path'
import type { ExecutionProviderName } from '@stylelens/core'
import { cudaOf } from './missing-for-provider'
import type { MissingPart } from './missing-part'
import { driverLack, driverVersion } from './nvidia-driver'

const gpuMend =
  'Check that `nvidia-smi` lists it and that CUDA_VISIBLE_DEVICES does not hide it. In a container: ' +
  '`docker run --gpus all`.'

const hints: Partial<Record<ExecutionProviderName, MissingPart>> = {
  cuda: {
    missing: 'its libraries, which are there, in a form that loads',
    mend: 'Run `ldd` on libonnxruntime_providers_cuda.so to see why.',
  },
  webgpu: {
    missing: 'an adapter: no GPU with a Vulkan, Metal or Direct3D 12 driver was found',
    mend: 'Install the driver of the GPU.',
  },
  coreml: { missing: 'macOS on Apple silicon', mend: "Ask for 'cpu'." },
  dml: { missing: 'Windows with DirectX 12', mend: "Ask for 'cpu'." },
}

/** What onnxruntime says where the provider itself is not there, so that another attempt cannot help. */
const absent = /failed to load shared library|failed to get a webgpu adapter/i

/** Undefined where the provider is there, and only does not take this model or these options. */
export function explainStartFailure(
  name: ExecutionProviderName,
  message: string,
  folder: string | undefined,
): MissingPart | undefined {
  if (/CUDA driver version is insufficient|CUDA failure 35\b/.test(message)) {
    const cuda = cudaOf(join(folder ?? '', 'libonnxruntime_providers_cuda.so'))
    return driverLack(cuda, driverVersion())
  }
  if (/no CUDA-capable device|CUDA failure 100\b/.test(message)) {
    return { missing: 'an NVIDIA GPU that this process may use', mend: gpuMend }
  }
  return absent.test(message) ? hints[name] ?? { missing: 'one of its libraries', mend: "Ask for 'cpu'." } : undefined
}

/** onnxruntime puts the call stack in front: `CUDA failure 35: CUDA driver version is insufficient for ...`. */
export function shortReason(error: unknown): string {
  const message = String((error as Error | undefined)?.message ?? error)
  const cuda = /CUDA failure \d+: [^;]+/.exec(message)?.[0].trim()
  return cuda ?? message.split('\n')[0]
}
