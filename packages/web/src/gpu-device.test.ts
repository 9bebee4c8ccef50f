// GPUs as browsers have them, or not, in; the device that all sessions share, or the typed reason why there is none, out.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

interface Loss {
  readonly reason: string
  readonly message: string
}

/** A module anew: the device belongs to the page. */
async function load() {
  vi.resetModules()
  return (await import('./gpu-device')).gpuDevice
}

function adapter() {
  const losses: ((loss: Loss) => void)[] = []
  const requestDevice = vi.fn(async () => ({ lost: new Promise<Loss>((resolve) => losses.push(resolve)) }))
  return { losses, requestDevice, features: new Set(['shader-f16', 'timestamp-query']), limits: { maxBufferSize: 7, maxBindGroups: 4 } }
}

const stub = (gpu: unknown) => vi.stubGlobal('navigator', { gpu })
beforeEach(() => vi.stubGlobal('isSecureContext', true))
afterEach(() => vi.unstubAllGlobals())

it('is asked for once, with the features and limits that are of use and there', async () => {
  const found = adapter()
  const requestAdapter = vi.fn(async () => found)
  stub({ requestAdapter })
  const gpuDevice = await load()
  const [first, second] = await Promise.all([gpuDevice({ powerPreference: 'low-power', other: 1 }), gpuDevice()])
  expect(second).toBe(first)
  expect(requestAdapter).toHaveBeenCalledExactlyOnceWith({ powerPreference: 'low-power' })
  expect(found.requestDevice).toHaveBeenCalledExactlyOnceWith({ requiredFeatures: ['shader-f16'], requiredLimits: { maxBufferSize: 7 } })
})

it('is asked for anew when it was lost', async () => {
  const found = adapter()
  stub({ requestAdapter: async () => found })
  const gpuDevice = await load()
  const first = await gpuDevice()
  found.losses[0]?.({ reason: 'destroyed', message: '' })
  await first.lost
  await vi.waitFor(async () => expect(await gpuDevice()).not.toBe(first))
})

it.each([
  ['there is no WebGPU', undefined, /this browser has no WebGPU/],
  ['there is no adapter', { requestAdapter: async () => null }, /gave no adapter.*chrome:\/\/gpu/],
  ['the adapter fails', { requestAdapter: () => Promise.reject(new Error('driver')) }, /gave no adapter: driver/],
  [
    'the device fails',
    { requestAdapter: async () => ({ ...adapter(), requestDevice: () => Promise.reject(new Error('limits')) }) },
    /gave no device: limits/,
  ],
])('where %s, the reason is told, and the next call asks again', async (_, gpu, message) => {
  stub(gpu)
  const gpuDevice = await load()
  await expect(gpuDevice()).rejects.toMatchObject({ code: 'provider-unavailable', message: expect.stringMatching(message) as string })
  stub({ requestAdapter: async () => adapter() })
  expect(await gpuDevice()).toBeDefined()
})

it('a page that is not secure is told so', async () => {
  stub(undefined)
  vi.stubGlobal('isSecureContext', false)
  await expect((await load())()).rejects.toThrow(/secure pages only/)
})
