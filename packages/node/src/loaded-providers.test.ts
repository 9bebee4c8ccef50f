// Sessions that succeed and fail in; the providers that are loaded by them out.
import { readFile } from 'node:fs/promises'
import type { SessionOptions } from '@stylelens/core'
import { expect, it } from 'vitest'
import { createSession } from './create-session'
import { autoExecutionProviders, loadedProviders, noteLoaded } from './loaded-providers'

const options = (name: SessionOptions['candidate']['name']): SessionOptions => ({
  candidate: { name, options: {} },
  strict: false,
  threads: 1,
  sessionOptions: {},
})

it('are those that a session was made on', async () => {
  const model = await readFile(new URL('../test/tiny/model.onnx', import.meta.url))
  expect(loadedProviders()).toEqual([])
  await expect(createSession(model, options('webnn'))).rejects.toMatchObject({ code: 'provider-unavailable' })
  await expect(createSession(new Uint8Array(), options('wasm'))).rejects.toMatchObject({ code: 'model-invalid' })
  expect(loadedProviders()).toEqual([])
  const session = await createSession(model, options('wasm'))
  await session.release()
  expect(loadedProviders()).toEqual(['wasm'])
})

it('have the CPU among them with any of the native library', () => {
  noteLoaded('cuda')
  expect(loadedProviders()).toEqual(['wasm', 'cuda', 'cpu'])
})

it('end with what runs everywhere where \'auto\' is asked for', () => {
  expect(autoExecutionProviders.slice(-2)).toEqual(['cpu', 'wasm'])
  expect(autoExecutionProviders).not.toContain('auto')
})
