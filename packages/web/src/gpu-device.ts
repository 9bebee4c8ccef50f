// Nothing in; the page's GPU device, shared by all sessions on WebGPU until it is lost, out.
import { ClassifierError } from '@stylelens/core'

/** The part of a GPUDevice that is used here; onnxruntime uses the rest. */
export interface GpuDevice {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>
}

interface GpuAdapter {
  readonly features: Iterable<string>
  readonly limits: Readonly<Record<string, number>>
  requestDevice(descriptor: object): Promise<GpuDevice>
}

interface Gpu {
  requestAdapter(options?: object): Promise<GpuAdapter | null>
}

export type GpuRequest = Readonly<Record<string, unknown>>

/** What onnxruntime's kernels make use of, where the adapter has it. */
const usefulFeatures = ['shader-f16', 'subgroups']

const usefulLimits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxStorageBuffersPerShaderStage',
]

const unavailable = (reason: string, cause?: unknown) =>
  new ClassifierError(
    'provider-unavailable',
    `Execution provider 'webgpu' is not available: ${reason}`,
    cause === undefined ? {} : { cause },
  )

function findGpu(): Gpu {
  const gpu = (globalThis.navigator as { readonly gpu?: Gpu } | undefined)?.gpu
  if (gpu !== undefined) return gpu
  if (globalThis.isSecureContext === false) {
    throw unavailable('browsers have WebGPU on secure pages only. Serve the page by https:, or from localhost.')
  }
  throw unavailable('this browser has no WebGPU. Use one that has it, or the provider \'wasm\'.')
}

export async function requestAdapter(request: GpuRequest = {}): Promise<GpuAdapter> {
  const { powerPreference, forceFallbackAdapter } = request
  const options = {
    ...(powerPreference !== undefined && { powerPreference }),
    ...(forceFallbackAdapter === true && { forceFallbackAdapter }),
  }
  const adapter = await findGpu().requestAdapter(options).catch((error: unknown) => {
    throw unavailable(`the browser gave no adapter: ${(error as Error).message}.`, error)
  })
  if (adapter !== null) return adapter
  throw unavailable('the browser gave no adapter. It needs a GPU that the browser trusts; see chrome://gpu.')
}

async function requestDevice(request: GpuRequest): Promise<GpuDevice> {
  const adapter = await requestAdapter(request)
  const known = new Set(adapter.features)
  const requiredFeatures = usefulFeatures.filter((feature) => known.has(feature))
  const limits = usefulLimits.filter((limit) => adapter.limits[limit] !== undefined)
  const requiredLimits = Object.fromEntries(limits.map((limit) => [limit, adapter.limits[limit]]))
  return adapter.requestDevice({ requiredFeatures, requiredLimits }).catch((error: unknown) => {
    throw unavailable(`the adapter gave no device: ${(error as Error).message}.`, error)
  })
}

let shared: Promise<GpuDevice> | undefined

/** One for all: browsers allow few. A lost one is replaced by the next call. Throws 'provider-unavailable'. */
export function gpuDevice(request: GpuRequest = {}): Promise<GpuDevice> {
  shared ??= openDevice(request)
  return shared
}

function openDevice(request: GpuRequest): Promise<GpuDevice> {
  const opening = requestDevice(request)
  const forget = () => {
    if (shared === opening) shared = undefined
  }
  opening.then((device) => device.lost.then(forget), forget)
  return opening
}
