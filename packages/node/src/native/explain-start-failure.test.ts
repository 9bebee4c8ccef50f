// What onnxruntime said of providers that did not start in; what is missing, where it says so, out.
import { expect, it } from 'vitest'
import { explainStartFailure, shortReason } from './explain-start-failure'

const call = (failure: string) =>
  '/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc:154 std::conditional_t<THRW, void, ' +
  `onnxruntime::common::Status> onnxruntime::CudaCall(ERRTYPE, const char*) ${failure} ; GPU=-1 ; hostname=machine ; ` +
  'file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider.cc ; line=352 ; expr=x; \n\n'

const tooOld = 'CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version'
const noDevice = 'CUDA failure 100: no CUDA-capable device is detected'
const noAdapter =
  '/onnxruntime_src/onnxruntime/core/providers/webgpu/webgpu_context.cc:136 Failed to get a WebGPU adapter: None'

it.each([
  ['cuda', call(tooOld), /an NVIDIA driver .* for CUDA 12/, /nvidia-smi/],
  ['cuda', call(noDevice), /an NVIDIA GPU/, /CUDA_VISIBLE_DEVICES/],
  ['cuda', 'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library', /its libraries/, /ldd/],
  ['webgpu', noAdapter, /an adapter/, /driver of the GPU/],
  ['tensorrt', 'Failed to load shared library', /one of its libraries/, /'cpu'/],
] as const)('%s: %s', (name, message, missing, mend) => {
  const part = explainStartFailure(name, message, undefined)
  expect(part?.missing).toMatch(missing)
  expect(part?.mend).toMatch(mend)
})

it.each([
  'This session contains graph nodes that are assigned to the default CPU EP',
  'CUDA failure 2: out of memory',
  'Load model failed: Protobuf parsing failed.',
])('is silent where the provider is there: %s', (message) =>
  expect(explainStartFailure('cuda', message, undefined)).toBeUndefined())

it.each([
  [call(tooOld), tooOld],
  [call(noDevice), noDevice],
  ['first line\nsecond line', 'first line'],
])('shortens what stands behind a call stack', (message, short) => expect(shortReason(new Error(message))).toBe(short))

it('takes what is no Error', () => expect(shortReason('broken')).toBe('broken'))
