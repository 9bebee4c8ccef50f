// What the pipeline asks of a session in; what onnxruntime is told out.
import { expect, it } from 'vitest'
import { buildSessionOptions } from './session-options'

const asked = (name: 'wasm' | 'webgpu', more: object = {}) =>
  ({ candidate: { name, options: {} }, strict: false, threads: 1, sessionOptions: {}, ...more }) as never

it('asks for exactly one provider', () => {
  expect(buildSessionOptions(asked('wasm'))).toEqual({ executionProviders: [{ name: 'wasm' }] })
})

it('lets nothing fall back to the CPU when strict, and keeps what the caller put there', () => {
  const sessionOptions = { extra: { session: { use_ort_model_bytes_directly: '1' }, optimization: {} } }
  const { extra } = buildSessionOptions(asked('webgpu', { strict: true, sessionOptions }))
  expect(extra).toEqual({
    session: { use_ort_model_bytes_directly: '1', disable_cpu_ep_fallback: '1' },
    optimization: {},
  })
  expect(buildSessionOptions(asked('wasm', { strict: true }))).not.toHaveProperty('extra')
})

it('gives onnxruntime the device, and what chose its adapter not twice', () => {
  const device = { lost: new Promise<never>(() => undefined) }
  const options = { powerPreference: 'low-power', forceFallbackAdapter: true, preferredLayout: 'NHWC' }
  const { executionProviders } = buildSessionOptions(asked('webgpu', { candidate: { name: 'webgpu', options } }), device)
  expect(executionProviders).toEqual([{ name: 'webgpu', preferredLayout: 'NHWC', device }])
})

it('writes into nothing of the caller', () => {
  const sessionOptions = Object.freeze({ extra: Object.freeze({ session: Object.freeze({}) }) })
  expect(() => buildSessionOptions(asked('webgpu', { strict: true, sessionOptions }))).not.toThrow()
})
