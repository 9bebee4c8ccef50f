// Options in all wrong ways in, the typed error that names them out; and the defaults.
import { describe, expect, it } from 'vitest'
import { isClassifierError } from '../classifier-error'
import { batchingOptionTable } from './batching-options'
import { streamOptionTable } from './classify-option-table'
import { resolveCreateOptions } from './create-options'
import type { CreateClassifierOptions } from './create-options'
import { createOptionTable, inputOptionTable } from './option-table'

const create = (options: unknown) =>
  resolveCreateOptions(options as CreateClassifierOptions, { defaultExecutionProviders: ['cpu', 'wasm'] })

function errorOf(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (isClassifierError(error)) return error
    throw error
  }
  throw new Error('no error')
}

describe('createClassifier options', () => {
  it('have their defaults from the table', () => {
    expect(create({})).toEqual({
      model: 'fashion-small',
      loading: { dtype: 'fp32', timeout: 30_000, maxModelBytes: 1_073_741_824 },
      preprocess: undefined,
      providers: {
        requested: ['cpu', 'wasm'],
        candidates: [{ name: 'cpu', options: {} }, { name: 'wasm', options: {} }],
        auto: [],
      },
      strict: false,
      threads: 1,
      sessionOptions: {},
      batching: { maxSize: 32, listSize: 128, maxDelay: 0, maxQueue: Infinity },
      timeout: 30_000,
      decode: { inputs: { files: true, network: true }, maxBytes: 67_108_864, timeout: 30_000, maxPixels: 64_000_000 },
      warmup: undefined,
      logLevel: 'silent',
      onProgress: undefined,
      onFallback: undefined,
      signal: undefined,
    })
  })

  it('take undefined as left out', () => {
    const names = Object.keys(createOptionTable)
    expect(create(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(create({}))
    const { inputs } = create({ inputs: { files: undefined, network: false } }).decode
    expect(inputs).toEqual({ files: true, network: false })
  })

  it.each([
    ['model', null], ['model', ''], ['model', 3],
    ['preprocess', 'no'], ['preprocess', null],
    ['executionProviders', 'gpu'], ['executionProviders', []], ['executionProviders', ['cpu', 'gpu']],
    ['executionProviders', { device: 1 }], ['executionProviders', { name: 'auto', device: 1 }],
    ['executionProviders', null],
    ['threads', 0], ['threads', 1.5], ['threads', -1], ['threads', '2'], ['threads', Number.NaN], ['threads', Infinity],
    ['sessionOptions', []], ['sessionOptions', 'x'], ['sessionOptions', null],
    ['sessionOptions', { executionProviders: ['cpu'] }],
    ['batching', 32], ['batching', null],
    ['inputs', true], ['inputs', ['files']], ['inputs', null],
    ['maxBytes', 0], ['maxBytes', Infinity], ['maxPixels', 0.5], ['maxPixels', -4],
    ['timeout', 0], ['timeout', 2 ** 31], ['timeout', '5s'],
    ['warmup', 1], ['warmup', 'yes'],
    ['signal', {}], ['signal', null], ['signal', { aborted: false }],
  ])('%s: %j is refused by name', (name, value) => {
    const error = errorOf(() => create({ [name]: value }))
    expect(error.code).toBe('option-invalid')
    expect(error.message).toContain(`Option "${name}" must be`)
    expect(error.message).toContain('received')
  })

  it('refuse unknown names and list the known ones', () => {
    const error = errorOf(() => create({ provider: 'cpu' }))
    expect(error.code).toBe('option-unknown')
    expect(error.message).toContain('"provider"')
    for (const name of Object.keys(createOptionTable)) expect(error.message).toContain(name)
  })

  it('refuse unknown and wrong doors by their full name', () => {
    expect(errorOf(() => create({ inputs: { file: true } }))).toMatchObject({
      code: 'option-unknown',
      message: expect.stringContaining('"inputs.file". Known options: inputs.files, inputs.network.') as string,
    })
    expect(errorOf(() => create({ inputs: { files: 'no' } })).message).toContain('"inputs.files" must be true or false')
  })

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for no known name', (name) => {
    const options = JSON.parse(`{"${name}": 1}`) as unknown
    expect(errorOf(() => create(options)).code).toBe('option-unknown')
  })

  it.each([[null], [3], ['fast'], [[]]])('must be an object, not %j', (options) => {
    expect(errorOf(() => create(options)).code).toBe('option-invalid')
  })
})

describe('executionProviders', () => {
  const candidates = (given: unknown) => create({ executionProviders: given }).providers.candidates

  it('takes a name, an object or a list', () => {
    expect(candidates('cuda')).toEqual([{ name: 'cuda', options: {} }])
    expect(candidates({ name: 'cuda', deviceId: 1 })).toEqual([{ name: 'cuda', options: { deviceId: 1 } }])
    expect(Object.keys(candidates({ name: 'cuda', unset: undefined })[0].options)).toEqual([])
    const list = candidates(['webgpu', { name: 'wasm' }])
    expect(list).toEqual([{ name: 'webgpu', options: {} }, { name: 'wasm', options: {} }])
  })

  it('takes auto for the list of the platform, without what is named', () => {
    expect(candidates('auto').map(({ name }) => name)).toEqual(['cpu', 'wasm'])
    expect(candidates(['cuda', 'auto']).map(({ name }) => name)).toEqual(['cuda', 'cpu', 'wasm'])
    expect(candidates(['wasm', 'auto']).map(({ name }) => name)).toEqual(['wasm', 'cpu'])
    expect(create({ executionProviders: ['cuda', 'auto'] }).providers.requested).toEqual(['cuda', 'auto'])
  })
})

it('every row of the tables can be printed and accepts its own default', () => {
  for (const table of [createOptionTable, inputOptionTable, batchingOptionTable, streamOptionTable]) {
    for (const row of Object.values(table)) {
      expect(row.type).not.toBe('')
      expect(row.description).toMatch(/\.$/)
      if (row.default === undefined) expect('defaultText' in row && row.defaultText).toBeTruthy()
      else expect(row.expectation.accepts(row.default)).toBe(true)
    }
  }
})
