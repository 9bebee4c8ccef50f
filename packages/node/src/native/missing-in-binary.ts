// A provider and onnxruntime-node in; what the binary for this platform lacks to have it, out.
import type { ExecutionProviderName } from '@stylelens/core'
import type { NativeOnnxruntime } from '../open-onnxruntime'
import type { MissingPart } from './missing-part'

/** Where a provider is to be found. */
const homes: Partial<Record<ExecutionProviderName, string>> = {
  cuda: 'It runs on Linux x64 with an NVIDIA GPU.',
  tensorrt: 'It runs on Linux x64 with an NVIDIA GPU.',
  webgpu: 'It runs on Linux x64, Windows and macOS on Apple silicon.',
  coreml: 'It runs on macOS on Apple silicon.',
  dml: 'It runs on Windows with DirectX 12.',
}

export function missingInBinary(
  name: ExecutionProviderName,
  { listSupportedBackends }: Pick<NativeOnnxruntime, 'listSupportedBackends'>,
): MissingPart | undefined {
  const known = listSupportedBackends().map((backend) => backend.name)
  if (known.includes(name)) return undefined
  const system = `${process.platform} ${process.arch}`
  return {
    missing: `a binary that has it: onnxruntime-node for ${system} has ${known.join(', ')}`,
    mend: homes[name] ?? 'Ask for another provider.',
  }
}
